import { globSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  type ActState,
  citedIn,
  endedAlone,
  knownActs,
  ofTheirTime,
  stateOf,
  successorOf,
} from './citations.ts';

/** `npm run check:law [-- --on YYYY-MM-DD]`: each act that the product cites, how it stands, and where. */
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const { values } = parseArgs({ options: { on: { type: 'string', default: today } } });

const files = globSync('{shared,functions,data,events,local/play,web}/**/*.{ts,tsx,json}', {
  exclude: (name) => ['node_modules', 'acts.json'].includes(name),
});

const places = new Map<string, string[]>();
for (const file of files)
  for (const [n, line] of readFileSync(file, 'utf8').split('\n').entries())
    for (const id of citedIn(line)) {
      const there = places.get(id) ?? [];
      there.push(`${file}:${n + 1}`);
      places.set(id, there);
    }

const words: Readonly<Record<ActState, string>> = {
  unknown: 'UNKNOWN',
  ended: 'ended',
  'not-yet': 'not yet',
  unchecked: 'unchecked',
  'in-force': 'in force',
};
const order = Object.keys(words) as readonly ActState[];
const rows = [...places]
  .map(([id, where]) => ({ id, where, state: stateOf(id, values.on) }))
  .sort(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || b.where.length - a.where.length,
  );

const say = (line: string) => process.stdout.write(`${line}\n`);
say(`Acts cited, as they stand on ${values.on}`);
for (const { id, where, state } of rows) {
  const act = knownActs.find((each) => each.id === id);
  const span = act?.from ? `${act.from} – ${act.until ?? '…'}` : '';
  const next = successorOf(id);
  const after = next === undefined ? '' : ` → ${next}`;
  say(
    `${words[state].padEnd(10)} ${id.padEnd(34)} ${span.padEnd(24)} ${(act?.certainty ?? '').padEnd(10)}` +
      ` ×${String(where.length).padEnd(4)} ${where[0]}${after}`,
  );
}
const alone = files
  .filter((file) => /\.tsx?$/.test(file) && !ofTheirTime.includes(file))
  .flatMap((file) =>
    endedAlone(readFileSync(file, 'utf8'), values.on).map((id) => `${file}: ${id}`),
  );
if (alone.length > 0) {
  say('Ended, and named without the act that has taken their place:');
  for (const place of alone) say(`  ${place}`);
  process.exitCode = 1;
}
const unknown = rows.filter(({ state }) => state === 'unknown');
if (unknown.length > 0) {
  say(`${unknown.length} acts are not in data/acts.json`);
  process.exitCode = 1;
}

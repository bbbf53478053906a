import {
  type Checked,
  checkDossier,
  everyDossier,
  notFromEvents,
} from '#adapters/aws/dynamodb/rebuild-heads.ts';
import { sha256 } from '#adapters/node/seals.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { argumentsOf } from '../arguments.ts';
import { type Environment, openPlace, placeOptions, placeUsage } from '../place.ts';

const usage = `npm run ops -- rebuild-heads ${placeUsage} [--repair]`;

const atOnce = 8;
const longest = 120;

const options = { ...placeOptions, repair: { type: 'boolean', default: false } } as const;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const short = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest)}…` : text;

type Counts = Record<'dossiers' | 'events' | 'differing' | 'repaired' | 'unusable', number>;

const tell = async (id: string, checked: Checked, counts: Counts, repair: boolean) => {
  counts.dossiers += 1;
  if (checked.found === 'unusable') {
    counts.unusable += 1;
    say(`${id}  cannot be replayed: ${short(checked.why)}`);
    return;
  }
  counts.events += checked.events;
  if (checked.found === 'same') return;
  counts.differing += 1;
  for (const { member, stored, replayed } of checked.differences)
    say(`${id}  ${member}\n    stored    ${short(stored)}\n    replayed  ${short(replayed)}`);
  if (repair && (await checked.repair())) counts.repaired += 1;
};

/**
 * Replays every dossier from its events and compares what comes out with the stored head, member by
 * member. Exit code 1 where a difference remains; `--repair` rewrites a head that differs.
 */
export const rebuildHeads = async (args: readonly string[], env: Environment): Promise<number> => {
  const { repair, ...where } = argumentsOf(args, options, usage);
  const place = await openPlace(where, env);
  const counts: Counts = { dossiers: 0, events: 0, differing: 0, repaired: 0, unusable: 0 };
  try {
    const table = await place.table('Dossiers', 'DOSSIERS_TABLE');
    const store = { client: place.client, table, sha256 };
    await inParallel(everyDossier(store), async (id) =>
      tell(id, await checkDossier(store, id), counts, repair),
    );
  } finally {
    await place.close();
  }
  const { dossiers, events, differing, repaired, unusable } = counts;
  say(`${dossiers} dossiers replayed from ${events} events`);
  say(`${differing} heads differ, ${repaired} repaired; ${unusable} cannot be replayed`);
  for (const [what, why] of Object.entries(notFromEvents)) say(`not compared: ${what}, ${why}`);
  return differing > repaired || unusable > 0 ? 1 : 0;
};

/** A few at a time: DynamoDB waits more than it works. */
const inParallel = async (
  ids: AsyncGenerator<DossierId>,
  take: (id: DossierId) => Promise<void>,
): Promise<void> => {
  const one = async (): Promise<void> => {
    for (let next = await ids.next(); !next.done; next = await ids.next()) await take(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
};

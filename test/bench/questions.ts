/**
 * What it takes to look up a question in people's own words: `npm run bench:ask -- [rounds]`. Processor time a
 * question, among the procedures of this province and among 1,250 made of their names, each as often named as
 * here. A question is to take no more than 1 ms among 1,250.
 */
import { province } from '#data/province.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { procedureLookUp } from '#functions/catalogue/application/ask-procedures.ts';
import { misheard } from '#test/support/misheard.ts';
import asked from '#test/support/questions.json' with { type: 'json' };

const rounds = Number(process.argv[2] ?? 5);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('rounds is a whole number from 1');
const day = '2026-11-30' as VietnamDay;

const typed = [...asked.questions.flatMap(({ questions }) => questions), ...asked.outside];
const questions = [...typed, ...typed.map((question, n) => misheard(question, n))];

const syllables = [
  'ban',
  'chi',
  'doan',
  'gian',
  'hau',
  'khoi',
  'lien',
  'moc',
  'nghi',
  'phon',
  'quyet',
  'thuoc',
];
/** A word of two syllables that stands for what another field deals with. */
const matter = (n: number): string =>
  [n, Math.floor(n / syllables.length)].map((at) => syllables[at % syllables.length]).join(' ');

/** Half of one name and half of another, and a matter of its own: as many names, as common words. */
const made = (n: number): Procedure => {
  const [first, second] = [n, n * 7 + 3].map(
    (at) => province.procedures[at % province.procedures.length],
  ) as [Procedure, Procedure];
  const cross = (a: string, b: string): string => {
    const [left, right] = [a.split(' '), b.split(' ')];
    const begin = left.slice(0, Math.ceil(left.length / 2));
    return [...begin, matter(n), ...right.slice(right.length / 2)].join(' ');
  };
  const others = second.commonNames ?? [];
  return {
    ...first,
    code: `9.${String(n).padStart(6, '0')}`,
    name: cross(first.name, second.name),
    commonNames: (first.commonNames ?? []).map((name, at) =>
      cross(name, others[at % others.length] ?? name),
    ),
    effective: { from: day },
  };
};

const milliseconds = (work: () => void): number => {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000;
};

const middle = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

const measure = (procedures: readonly Procedure[]) => {
  const ask = procedureLookUp({ procedures, elsewhere: province.elsewhere });
  const toMake = milliseconds(() => ask('', day));
  const all = (): void => {
    for (const question of questions) ask(question, day);
  };
  all();
  const each = middle(Array.from({ length: rounds }, () => milliseconds(all) / questions.length));
  const slowest = Math.max(
    ...questions.map((question) =>
      middle([1, 2, 3].map(() => milliseconds(() => ask(question, day)))),
    ),
  );
  return { toMake, each, slowest };
};

const generated = Array.from({ length: 1_250 }, (_, n) => made(n));
const small = measure(province.procedures);
const large = measure(generated);

const line = (what: string, { toMake, each, slowest }: ReturnType<typeof measure>): void => {
  process.stdout.write(
    `${what.padEnd(28)} ${each.toFixed(3)} ms a question, slowest ${slowest.toFixed(2)} ms, index ${toMake.toFixed(0)} ms\n`,
  );
};
line(`${province.procedures.length} versions of the province`, small);
line(`${generated.length} generated`, large);
process.stdout.write(
  `${(large.each / small.each).toFixed(1)} times as long among ${(generated.length / province.procedures.length).toFixed(1)} times as many\n`,
);
if (large.each > 1) process.exitCode = 1;

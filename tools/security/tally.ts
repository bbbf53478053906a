import { relative } from 'node:path';
import * as z from 'zod';
import type { Proof, SecurityKind } from '../../test/security/kinds.ts';

/** What vitest's JSON reporter says, as far as it is counted here. */
export const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          meta: z.object({ tried: z.number().optional() }).optional(),
        }),
      ),
    }),
  ),
});
export type Report = z.output<typeof Report>;

export interface Tally {
  readonly id: string;
  readonly breach: string;
  readonly cases: number;
  readonly breaches: number;
  /** Proofs of which no test ran: a file that did not start, a name that no test has. */
  readonly silent: readonly string[];
}

type Test = Report['testResults'][number]['assertionResults'][number];

/** One line a kind; `root` is where the files are named from. */
export const tallied = (
  kinds: readonly SecurityKind[],
  report: Report,
  root: string,
): readonly Tally[] => {
  const byFile = new Map(
    report.testResults.map((file) => [relative(root, file.name), file.assertionResults]),
  );
  return kinds.map(({ id, breach, proofs }) => {
    const found = proofs.map((proof) => ({ proof, tests: testsOf(proof, byFile) }));
    const tests = [...new Set(found.flatMap((each) => each.tests))];
    return {
      id,
      breach,
      cases: sum(tests.map(casesOf)),
      breaches: tests.filter(({ status }) => status === 'failed').length,
      silent: found.filter((each) => !each.tests.some(hasRun)).map(({ proof }) => proof.file),
    };
  });
};

/** A kind holds when all its proofs ran and none found a breach. */
export const holds = ({ cases, breaches, silent }: Tally): boolean =>
  cases > 0 && breaches === 0 && silent.length === 0;

const testsOf = ({ file, only }: Proof, byFile: ReadonlyMap<string, readonly Test[]>) =>
  (byFile.get(file) ?? []).filter(
    ({ fullName }) => !only || only.some((text) => fullName.includes(text)),
  );

const hasRun = ({ status }: Test): boolean => status === 'passed' || status === 'failed';

const casesOf = (test: Test): number => (hasRun(test) ? (test.meta?.tried ?? 1) : 0);

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** For a terminal: aligned columns, the last one free. */
export const table = (tallies: readonly Tally[]): string => {
  const rows = [
    ['kind', 'cases', 'breaches', 'what would go wrong'],
    ...tallies.map((tally) => [
      tally.id,
      String(tally.cases),
      String(tally.breaches),
      [tally.breach, ...tally.silent.map((file) => `NOT TRIED: ${file}`)].join('; '),
    ]),
  ];
  const widths = [0, 1, 2].map((n) => Math.max(...rows.map((row) => row[n]?.length ?? 0)));
  return rows
    .map(([id = '', cases = '', breaches = '', text = '']) =>
      [
        id.padEnd(widths[0] ?? 0),
        cases.padStart(widths[1] ?? 0),
        breaches.padStart(widths[2] ?? 0),
        text,
      ].join('  '),
    )
    .join('\n');
};

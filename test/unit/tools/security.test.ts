import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { holds, type Report, table, tallied } from '../../../tools/security/tally.ts';
import { type SecurityKind, securityKinds } from '../../security/kinds.ts';

describe('the register of breaches', () => {
  const proofs = securityKinds.flatMap(({ id, proofs: those }) =>
    those.map((proof) => [id, proof.file, proof] as const),
  );

  it('has every numbered kind, and the controls', () => {
    const ids = securityKinds.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (let n = 1; n <= 10; n += 1) expect(ids).toContain(`A${n}`);
    expect(ids.filter((id) => id.startsWith('B ')).length).toBeGreaterThan(3);
  });

  it.each(securityKinds.map((kind) => [kind.id, kind] as const))('tries %s', (_, kind) =>
    expect(kind.proofs.length).toBeGreaterThan(0),
  );

  it.each(proofs)('%s: %s is there, with the tests that it names', (_, file, { only = [] }) => {
    expect(existsSync(file)).toBe(true);
    const source = readFileSync(file, 'utf8');
    for (const name of only) expect(source).toContain(name);
  });
});

const kind = (proofs: SecurityKind['proofs']): SecurityKind => ({ id: 'A1', breach: 'x', proofs });
const test = (fullName: string, status = 'passed', tried?: number) => ({
  fullName,
  status,
  ...(tried !== undefined && { meta: { tried } }),
});
const report = (...tests: Report['testResults'][number]['assertionResults']): Report => ({
  testResults: [{ name: '/tree/a.test.ts', status: 'passed', assertionResults: tests }],
});
const tally = (it: SecurityKind, of: Report) => tallied([it], of, '/tree')[0];

describe('the count of what was tried', () => {
  it('is of the tests that are named, each with its own number of cases', () => {
    const counted = tally(
      kind([{ file: 'a.test.ts', only: ['opens'] }]),
      report(test('a door opens', 'passed', 40), test('a lock opens'), test('other', 'failed')),
    );
    expect(counted).toMatchObject({ cases: 41, breaches: 0, silent: [] });
    expect(counted && holds(counted)).toBe(true);
  });

  it('counts a test once, whoever names it', () => {
    const twice = kind([{ file: 'a.test.ts' }, { file: 'a.test.ts', only: ['a'] }]);
    expect(tally(twice, report(test('a')))?.cases).toBe(1);
  });

  it.each<readonly [what: string, it: SecurityKind, of: Report]>([
    ['a test fails', kind([{ file: 'a.test.ts' }]), report(test('a'), test('b', 'failed'))],
    ['a file did not start', kind([{ file: 'a.test.ts' }]), { testResults: [] }],
    ['a name is no test’s', kind([{ file: 'a.test.ts', only: ['z'] }]), report(test('a'))],
    ['all is skipped', kind([{ file: 'a.test.ts' }]), report(test('a', 'skipped'))],
    [
      'one proof of two is silent',
      kind([{ file: 'a.test.ts' }, { file: 'b.test.ts' }]),
      report(test('a')),
    ],
    ['nothing is named', kind([]), report(test('a'))],
  ])('does not hold where %s', (_, it, of) => {
    const counted = tally(it, of);
    expect(counted && holds(counted)).toBe(false);
  });

  it('is a table that names what was not tried', () =>
    expect(table(tallied([kind([{ file: 'b.test.ts' }])], report(), '/tree'))).toBe(
      'kind  cases  breaches  what would go wrong\nA1        0         0  x; NOT TRIED: b.test.ts',
    ));
});

import { describe, expect, it } from 'vitest';
import { linkedCommit } from '#adapters/aws/dynamodb/linked-commit.ts';
import { plannedCommit } from '#adapters/aws/dynamodb/planned-commit.ts';
import { itemBytes, largestItem } from '#adapters/aws/dynamodb/stored-value.ts';
import { textSealing } from '#adapters/node/sealing.ts';
import { sha256 } from '#adapters/node/seals.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import { numbersOf } from '#domain/offline/temporary-block.ts';
import { minutes, plus } from '#domain/time/instant.ts';
import { makeEnterDossier } from '#functions/intake/application/offline/enter-dossier.ts';
import { makeWorkBlocks } from '#functions/intake/application/offline/work-blocks.ts';
import { makeRegisterDossier } from '#functions/intake/application/register-dossier.ts';
import { makeRegisterMany } from '#functions/intake/application/register-many.ts';
import { makeOrderMany } from '#functions/returns/application/order-many.ts';
import { makeOrderReturn } from '#functions/returns/application/order-return.ts';
import type { Commit, UnitOfWork } from '#ports/unit-of-work.ts';
import { anApplicant, aProcedure, monday9, officer } from '#test/support/dossiers.ts';
import { aCounter, got } from '#test/support/offline.ts';
import { anOrderDesk, askedOrder } from '#test/support/return-orders.ts';
import { clerk } from '#test/support/shipments.ts';

const tables = { dossiers: 'dossiers', ledger: 'ledger' };

/** The store, with what each commit that was taken asks of a table: its writes, and the longest of its items. */
const measured = (ledger: UnitOfWork) => {
  const commits: { readonly writes: number; readonly longest: number }[] = [];
  const commit = async (asked: Commit) => {
    const plan = plannedCommit(linkedCommit(asked, { ...textSealing, sha256 }), tables, monday9);
    if ('why' in plan) throw new Error(plan.why);
    const bytes = plan.writes.map(({ write }) => itemBytes(write.Put?.Item ?? {}));
    const result = await ledger.commit(asked);
    if (result.ok) commits.push({ writes: plan.writes.length, longest: Math.max(...bytes) });
    return result;
  };
  return { ledger: { ...ledger, commit }, commits };
};

const repeated = <T>(n: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: n }, (_, at) => make(at));

/** As many components as a dossier may bring (60), with ids as long as an id may be (60). */
const components = repeated(60, (at) => ({
  id: `${'thanh-phan-ho-so-'.repeat(4).slice(0, 55)}-${at}`.slice(-60),
  copyKind: 'certified' as const,
  count: 99,
}));
const procedure: Procedure = {
  ...aProcedure,
  components: components.map((each) => ({ ...each, name: 'Giấy tờ', required: true })),
};
const handedIn = {
  procedure: procedure.code,
  intakeMode: 'onestop' as const,
  components,
  incident: 'đ'.repeat(500),
  agreement: 'đ'.repeat(500),
  fees: {
    stateFeesVnd: 1_000_000_000,
    postageVnd: 1_000_000_000,
    reason: 'đ'.repeat(500),
  },
};
const key = (text: string) => ({ scope: 'bd-vi-thanh', key: text, requestHash: 'hash' });

const aFullCounter = () => {
  const counter = aCounter();
  const { ledger, commits } = measured(counter.ledger);
  const catalogue = { ...counter.catalogue, procedure: () => procedure };
  return { deps: { ...counter, ledger, catalogue }, commits };
};

/** Far from what a table takes at once, and no further from it with one line than with all. */
const expectRoom = (commits: ReturnType<typeof measured>['commits'], mostWrites: number): void => {
  expect(Math.max(...commits.map(({ writes }) => writes))).toBeLessThanOrEqual(mostWrites);
  expect(Math.max(...commits.map(({ longest }) => longest))).toBeLessThan(largestItem / 2);
};

describe('many at once, at the limits of their contracts', () => {
  it('fifty dossiers of one sender, of sixty components each: a commit a line', async () => {
    const { deps, commits } = aFullCounter();
    const register = makeRegisterDossier(deps);
    const many = makeRegisterMany({ register, seals: deps.seals });
    const lines = repeated(50, () => handedIn);
    const asked = { actor: clerk, idempotency: key('many'), applicant: anApplicant, lines };
    const outcomes = await many(asked);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(50);
    expect(commits).toHaveLength(50);
    expectRoom(commits, 9);
    expect(await many(asked)).toEqual(outcomes);
    expect(commits).toHaveLength(50);
  });

  it('the hundredth slip of a block, of sixty components: a commit a slip', async () => {
    const { deps, commits } = aFullCounter();
    const [rules] = deps.offlineRules;
    if (!rules) throw new Error('no rules');
    const roomy = { ...deps, offlineRules: [{ ...rules, mostSlips: 100 }] };
    const ask = { actor: clerk, idempotency: key('lease'), device: 'quay-2', size: 100 };
    const block = got(await makeWorkBlocks(roomy).lease(ask));
    const enter = makeEnterDossier(roomy);
    const takenAt = plus(monday9, minutes(1));
    deps.advance(minutes(5));
    for (const number of numbersOf(block)) {
      const slip = { actor: clerk, idempotency: key(number), number, takenAt, wasComplete: true };
      got(await enter({ ...handedIn, ...slip, applicant: anApplicant }));
    }
    expect(commits).toHaveLength(101);
    expectRoom(commits, 11);
  });

  it('a hundred return orders of thirty papers, taking thirty back: a commit an order', async () => {
    const desk = await anOrderDesk();
    const { ledger, commits } = measured(desk.ledger);
    const order = makeOrderReturn({ ...desk.deps, ledger });
    const many = makeOrderMany({ order, seals: { sha256 } });
    const long = 'ệ'.repeat(200);
    const orders = repeated(100, (n) => ({
      ...askedOrder,
      externalCode: `G22.99.01-261123-${1_000 + n}`,
      recipient: { ...askedOrder.recipient, address: `${askedOrder.recipient.address} ${long}` },
      papers: repeated(30, () => ({ name: long, copyKind: 'original' as const, count: 99 })),
      takeBack: repeated(30, (at) => `${at} ${long}`),
      office: 'bd-vi-thanh',
    }));
    const answers = await many({ actor: officer, idempotency: key('orders'), orders });
    expect(answers.filter(({ ordered }) => ordered.ok)).toHaveLength(100);
    expect(commits).toHaveLength(100);
    expectRoom(commits, 3);
  });
});

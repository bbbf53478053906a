import { describe, expect, it } from 'vitest';
import { abandoned, withoutDeadScans } from '#domain/dossier/abandoned-scans.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import { accept, acceptable, acceptFiled } from '#domain/dossier/steps/accept.ts';
import { issueSlip } from '#domain/dossier/steps/handover.ts';
import { concludeScan, requestScan } from '#domain/dossier/steps/scans.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import { receiveSupplement, suppliedFully } from '#domain/dossier/steps/supplement.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { addressEnds, type ScanIntent, scanLimits } from '#domain/scan/scan.ts';
import { type Instant, minutes, plus } from '#domain/time/instant.ts';
import {
  aDossier,
  anAcceptance,
  aScan,
  dossierId,
  monday9,
  paperScan,
  suppliesAsked,
} from '#test/support/dossiers.ts';

const scanId = (n: number) => `01KAPXJ5V0ZK9Q4T8N6W2C${String(n).padStart(4, '0')}` as ScanId;
const after = (before: Dossier, facts: readonly DossierFact[], now = monday9): Dossier =>
  record(before, dossierId, facts, { actor: { kind: 'system', id: 'test' }, now }).after;
const decided = (before: Dossier, decision: Decision, now = monday9): Dossier => {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return after(before, decision.value, now);
};
const verifiedAs = (
  dossier: Dossier,
  id: ScanId,
  change: Partial<ScanIntent> = {},
  now = monday9,
) =>
  after(
    dossier,
    [
      { type: 'scan-requested', scan: aScan({ id, ...change }) },
      { type: 'scan-verified', scanId: id, pages: 1, findings: [] },
    ],
    now,
  );
const announcedAs = (dossier: Dossier, change: Partial<ScanIntent> = {}, now = monday9) =>
  after(dossier, [{ type: 'scan-requested', scan: aScan({ id: scanId(1), ...change }) }], now);

const files = [{ mediaType: 'image/jpeg', bytes: 9, sha256: 'd'.repeat(64) }] as const;
const intents: readonly (readonly [string, Partial<ScanIntent>])[] = [
  ['one paper', {}],
  ['one paper of counted pages', { declaredPages: 2 }],
  ['a batch in one file', { purpose: 'batch' }],
  ['a batch in files', { purpose: 'batch', mediaType: 'multipart/mixed', files }],
];
const toSupply = (): Dossier =>
  after(aDossier('leased'), [
    {
      type: 'supplement-requested',
      leaseNo: 1,
      agency: 'ct-nnmt',
      requestedAt: monday9,
      requestedBy: 'hoa',
      ...suppliesAsked,
    },
  ]);
const terms = { manifestHash: 'd'.repeat(64), office: 'bd-vi-thanh', calendarVersions: [] };
const slip = {
  number: 'EH123456785VN',
  agency: 'ct-nnmt',
  issuedAt: monday9,
  handoverBy: monday9,
  manifestHash: 'd'.repeat(64),
};

interface Waits {
  readonly name: string;
  readonly dossier: () => Dossier;
  readonly component: string;
  readonly act: (dossier: Dossier, now: Instant) => Decision;
}
const waiting: readonly Waits[] = [
  {
    name: 'acceptance',
    dossier: () => aDossier('scanned'),
    component: 'don-de-nghi',
    act: (d, now) => accept(d, 'ct-nnmt', anAcceptance, now),
  },
  {
    name: 'the slip',
    dossier: () => ({ ...aDossier('scanned'), intakeMode: 'agent' }),
    component: 'don-de-nghi',
    act: (d, now) => issueSlip(d, { ...slip, issuedAt: now }),
  },
  {
    name: 'the supplement',
    dossier: () => verifiedAs(toSupply(), scanId(9), { component: 'ban-ve' }),
    component: 'ban-ve',
    act: (d, now) => receiveSupplement(d, terms, now),
  },
];
const cases = waiting.flatMap((waits) =>
  intents.map(([what, change]) => {
    const ofOne = change.purpose === undefined ? { component: waits.component } : {};
    const { component: _, ...batch } = aScan({ id: scanId(1), ...change });
    const intent =
      change.purpose === undefined ? aScan({ id: scanId(1), ...change, ...ofOne }) : batch;
    return { ...waits, what, intent };
  }),
);

it('an opinion that never came keeps whose it was to be', () => {
  const { component: _, ...opinion } = aScan({ purpose: 'opinion', assignment: 2 });
  const scan = { ...opinion, state: 'quarantined', requestedAt: monday9 } as const;
  expect(abandoned(scan, 'address-dead', monday9)).toMatchObject({
    assignment: 2,
    state: 'abandoned',
  });
});

describe.each(cases)('$name waits for $what that was announced', (each) => {
  const announced = () =>
    after(each.dossier(), [{ type: 'scan-requested', scan: each.intent }], monday9);
  const end = addressEnds(each.intent, monday9);

  it('as long as it may still come', () =>
    expect(each.act(announced(), plus(end, -1 as never))).toMatchObject({
      refusal: { code: 'scan-unverified', scans: [scanId(1)] },
    }));

  it('and no longer than its address lives', () => {
    const gone = decided(announced(), each.act(announced(), end), end);
    expect(gone.scans.find(({ id }) => id === scanId(1))).toMatchObject({
      state: 'abandoned',
      because: 'address-dead',
      abandonedAt: end,
    });
  });

  it('nor once a later file shows the same', () => {
    const again = verifiedAs(announced(), scanId(2), { component: each.component });
    const gone = decided(again, each.act(again, monday9));
    expect(gone.scans.find(({ id }) => id === scanId(1))).toMatchObject({
      state: 'abandoned',
      because: 'shown-later',
    });
  });

  it('and whoever reads meanwhile sees what holds nobody up', () => {
    const read = (now: Instant) =>
      withoutDeadScans(announced(), now).scans.find(({ id }) => id === scanId(1))?.state;
    expect([read(monday9), read(end)]).toEqual(['quarantined', 'abandoned']);
  });
});

describe('a file that was given up', () => {
  const closed = () =>
    decided(
      announcedAs(aDossier('scanned')),
      acceptFiled(announcedAs(aDossier('scanned')), 'ct-nnmt', anAcceptance, monday9),
    );

  it('by a filing that waits for nothing is told so', () =>
    expect(closed().scans.at(-1)).toMatchObject({ state: 'abandoned', because: 'case-went-on' }));

  it('comes into no closed manifest, and somebody has to look at it', () =>
    expect(concludeScan(closed(), scanId(1), { ok: true, pages: 1, findings: [] })).toMatchObject({
      refusal: { code: 'scan-came-late' },
    }));

  it('counts all the same while its kind may be announced', () => {
    const end = plus(monday9, minutes(5));
    const open = decided(
      announcedAs(aDossier('registered')),
      requestScan(announcedAs(aDossier('registered')), aScan({ id: scanId(2) }), end),
      end,
    );
    expect(open.scans.map(({ state }) => state)).toEqual(['abandoned', 'quarantined']);
    const late = decided(open, concludeScan(open, scanId(1), { ok: true, pages: 1, findings: [] }));
    expect(late.scans.map(({ state }) => state)).toEqual(['verified', 'quarantined']);
  });

  it('of an opinion holds up nobody but its own task', () => {
    const opinion = announcedAs(aDossier('scanned'), { purpose: 'opinion', assignment: 1 });
    expect(acceptable(opinion, monday9).ok).toBe(true);
    expect(
      suppliedFully(
        announcedAs(verifiedAs(toSupply(), scanId(9), { component: 'ban-ve' }), {
          purpose: 'result',
        }),
        monday9,
      ).ok,
    ).toBe(true);
  });
});

const shares: readonly (readonly [string, () => Dossier, Partial<ScanIntent>])[] = [
  ['filed', () => aDossier('registered'), {}],
  ['supplement', toSupply, { component: 'ban-ve' }],
  ['result', () => aDossier('acknowledged'), { purpose: 'result' }],
  ['opinion', () => aDossier('acknowledged'), { purpose: 'opinion', assignment: 1 }],
];
const filledBy = (dossier: Dossier, change: Partial<ScanIntent>, count: number): Dossier => {
  let full = dossier;
  for (let n = 0; n < count; n++) full = verifiedAs(full, scanId(100 + n), change);
  return full;
};
const limitOf = (share: string): number =>
  Object.entries(scanLimits.quota).find(([name]) => name === share)?.[1] ?? 0;

describe.each(shares)('the quota of %s', (share, start, change) => {
  const next = aScan({ id: scanId(1), ...change });

  it('is reached by files that are there', () => {
    const full = filledBy(start(), change, limitOf(share));
    expect(requestScan(full, next, monday9)).toMatchObject({
      refusal: { code: 'too-many-scans', limit: limitOf(share) },
    });
  });

  it.each(shares.filter(([other]) => other !== share))('leaves that of %s alone', (_, its, of) => {
    const full = filledBy(start(), change, limitOf(share));
    const onwards: Dossier = {
      ...its(),
      scans: full.scans.map((scan) => ({ ...scan, requestedAt: (monday9 - 1) as Instant })),
    };
    expect(requestScan(onwards, aScan({ id: scanId(1), ...of }), monday9).ok).toBe(true);
  });

  it('has no place for what was refused, nor for long what never came', () => {
    let tried = start();
    for (let n = 0; n < scanLimits.openAtOnce; n++)
      tried = announcedAs(tried, { ...change, id: scanId(200 + n) });
    expect(requestScan(tried, next, monday9)).toMatchObject({
      refusal: { code: 'too-many-scans', limit: Math.min(scanLimits.openAtOnce, limitOf(share)) },
    });
    const end = addressEnds(next, monday9);
    const freed = decided(tried, requestScan(tried, next, end), end);
    expect(freed.scans.filter(({ state }) => state === 'abandoned').length).toBeGreaterThanOrEqual(
      scanLimits.openAtOnce,
    );
    let refused = start();
    for (let n = 0; n < limitOf(share); n++)
      refused = after(announcedAs(refused, { ...change, id: scanId(400 + n) }), [
        { type: 'scan-rejected', scanId: scanId(400 + n), why: 'empty' },
      ]);
    expect(requestScan(refused, next, monday9).ok).toBe(true);
  });
});

it('a file keeps its first word', () => {
  const twice = concludeScan(aDossier('scanned'), paperScan, { ok: false, why: 'empty' });
  expect(twice).toEqual({ ok: true, value: [] });
});

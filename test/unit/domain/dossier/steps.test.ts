import { describe, expect, it } from 'vitest';
import { resultPaper } from '#domain/custody/paper.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { accept } from '#domain/dossier/steps/accept.ts';
import { acknowledge, decide } from '#domain/dossier/steps/decide.ts';
import {
  extendLease,
  grantLease,
  reachDepartment,
  releaseLease,
} from '#domain/dossier/steps/lease.ts';
import { concludeDelivery, dispatchResult } from '#domain/dossier/steps/return-result.ts';
import { concludeScan, requestScan } from '#domain/dossier/steps/scans.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import { receiveSupplement, requestSupplement } from '#domain/dossier/steps/supplement.ts';
import { minutes, plus } from '#domain/time/instant.ts';
import {
  aDossier,
  allStations,
  anAcceptance,
  aProcedure,
  aScan,
  aSupplement,
  monday9,
  officer,
  paperScan,
  resultScan,
  type Station,
  shipmentId,
} from '#test/support/dossiers.ts';
import { calendars } from '#test/support/plain-week.ts';

const book = makeCalendarBook(calendars);

const claim = { leaseNo: 1, holder: officer.id, now: monday9 };
/** Counted in at the counter of its office. */
const atCounter = (dossier: Dossier): Dossier => ({
  ...dossier,
  custody: [{ ...resultPaper, holder: { kind: 'office', id: dossier.office } }],
});
const ticket = { shipment: shipmentId, carrier: 'vnpost', waybill: 'EE473124829VN' };

/** Each command with the stations where it succeeds; everywhere else it is a named refusal. */
const commands: readonly {
  readonly name: string;
  readonly run: (dossier: Dossier) => Decision;
  readonly allowed: readonly Station[];
}[] = [
  {
    name: 'announce a paper scan',
    run: (dossier) => requestScan(dossier, aScan(), monday9),
    allowed: ['registered', 'announced', 'scanned'],
  },
  {
    name: 'announce a result',
    run: (dossier) => requestScan(dossier, aScan({ purpose: 'result' }), monday9),
    allowed: ['accepted', 'waiting', 'leased', 'acknowledged', 'result-ready'],
  },
  {
    name: 'accept',
    run: (dossier) => accept(dossier, 'ct-nnmt', anAcceptance, monday9),
    allowed: ['scanned'],
  },
  {
    name: 'lease',
    run: (dossier) => grantLease(dossier, officer.id, minutes(10), monday9),
    allowed: ['waiting', 'leased', 'acknowledged', 'result-ready'],
  },
  {
    name: 'extend the lease',
    run: (dossier) => extendLease(dossier, claim, minutes(10)),
    allowed: ['leased', 'acknowledged', 'result-ready'],
  },
  {
    name: 'release the lease',
    run: (dossier) => releaseLease(dossier, claim),
    allowed: ['leased', 'acknowledged', 'result-ready'],
  },
  {
    name: 'acknowledge',
    run: (dossier) => acknowledge(dossier, claim, anAcceptance.manifestHash),
    allowed: ['leased'],
  },
  {
    name: 'ask for papers',
    run: (dossier) => requestSupplement(dossier, aProcedure, claim, aSupplement, book),
    allowed: ['leased', 'acknowledged', 'result-ready'],
  },
  {
    name: 'take in the asked papers',
    run: (dossier) =>
      receiveSupplement(
        dossier,
        {
          manifestHash: 'd'.repeat(64),
          office: 'bd-vi-thanh',
          calendarVersions: [],
        },
        monday9,
      ),
    allowed: [],
  },
  {
    name: 'decide',
    run: (dossier) => decide(dossier, aProcedure, claim, { outcome: 'approved', resultScan }),
    allowed: ['result-ready'],
  },
  {
    name: 'dispatch the result',
    // Of what no counter has, even a decided result: it was brought there first.
    run: (dossier) => dispatchResult(atCounter(dossier), aProcedure, ticket),
    allowed: ['decided'],
  },
];

describe('a command against every station of the way', () => {
  const pairs = commands.flatMap((command) => allStations.map((station) => ({ command, station })));

  it.each(pairs)(
    '$command.name at "$station" is a step or a named refusal',
    ({ command, station }) => {
      const decision = command.run(aDossier(station));
      expect(decision.ok).toBe(command.allowed.includes(station));
      expect(decision).toEqual(
        decision.ok
          ? { ok: true, value: [expect.objectContaining({ type: expect.any(String) })] }
          : { ok: false, refusal: expect.objectContaining({ code: expect.any(String) }) },
      );
    },
  );
});

describe('a dossier is accepted only when every page is safe', () => {
  it('refuses while an announced file is not verified', () => {
    expect(accept(aDossier('announced'), 'ct-nnmt', anAcceptance, monday9)).toEqual({
      ok: false,
      refusal: { code: 'scan-unverified', scans: [paperScan] },
    });
  });

  it('refuses while a declared component has no scan', () => {
    expect(accept(aDossier('registered'), 'ct-nnmt', anAcceptance, monday9)).toEqual({
      ok: false,
      refusal: { code: 'component-unscanned', components: ['don-de-nghi'] },
    });
  });

  it('does not count a rejected file as a scan', () => {
    const rejected = concludedBy(aDossier('announced'), { ok: false, why: 'hash-mismatch' });
    expect(rejected).toEqual([{ type: 'scan-rejected', scanId: paperScan, why: 'hash-mismatch' }]);
  });

  it('settles a file once, however often the verifier speaks', () => {
    expect(concludedBy(aDossier('scanned'), { ok: false, why: 'too-late' })).toEqual([]);
  });
});

const concludedBy = (dossier: Dossier, verdict: Parameters<typeof concludeScan>[2]) => {
  const decision = concludeScan(dossier, paperScan, verdict);
  return decision.ok ? decision.value : decision.refusal;
};

describe('a lease fences off everybody else', () => {
  it('refuses a second officer while the lease is live', () => {
    expect(grantLease(aDossier('leased'), 'phuc', minutes(10), monday9)).toEqual({
      ok: false,
      refusal: { code: 'lease-stale', currentLeaseNo: 1 },
    });
  });

  it('keeps a margin of half a minute after the end, for clocks that differ', () => {
    const justOver = plus(monday9, minutes(10.25));
    expect(grantLease(aDossier('leased'), 'phuc', minutes(10), justOver).ok).toBe(false);
    expect(grantLease(aDossier('leased'), 'phuc', minutes(10), plus(monday9, minutes(11)))).toEqual(
      {
        ok: true,
        value: [expect.objectContaining({ type: 'lease-granted', leaseNo: 2 })],
      },
    );
  });

  it.each([
    ['an older number', { ...claim, leaseNo: 0 }, 'lease-stale'],
    ['another holder', { ...claim, holder: 'phuc' }, 'lease-not-held'],
    ['a claim after the end', { ...claim, now: plus(monday9, minutes(10)) }, 'lease-expired'],
  ])('refuses %s', (_, stale, code) => {
    const decision = decide(aDossier('result-ready'), aProcedure, stale, {
      outcome: 'approved',
      resultScan,
    });
    expect(decision).toEqual({ ok: false, refusal: expect.objectContaining({ code }) });
  });
});

describe('a department answers in writing', () => {
  it('must echo the hash of the files that it opened', () => {
    expect(acknowledge(aDossier('leased'), claim, 'f'.repeat(64))).toEqual({
      ok: false,
      refusal: { code: 'manifest-mismatch' },
    });
  });

  it('cannot decide without a verified result document', () => {
    const decision = decide(aDossier('acknowledged'), aProcedure, claim, {
      outcome: 'approved',
      resultScan,
    });
    expect(decision).toEqual({ ok: false, refusal: { code: 'result-missing' } });
  });

  it('cannot pass off a citizen’s paper as its result', () => {
    const asked = { outcome: 'approved', resultScan: paperScan } as const;
    expect(decide(aDossier('result-ready'), aProcedure, claim, asked)).toEqual({
      ok: false,
      refusal: { code: 'result-missing' },
    });
  });

  it('cannot refuse without a reason', () => {
    const decision = decide(aDossier('result-ready'), aProcedure, claim, {
      outcome: 'refused',
      resultScan,
    });
    expect(decision).toEqual({ ok: false, refusal: { code: 'reason-missing' } });
  });
});

describe('what comes twice counts once', () => {
  it('reaches the inbox once', () => {
    expect(reachDepartment(aDossier('waiting'), 'ct-nnmt')).toEqual({ ok: true, value: [] });
  });

  it('never reaches a department that it was sent away from before the message came', () => {
    expect(reachDepartment(aDossier('accepted'), 'ct-tp')).toEqual({ ok: true, value: [] });
  });

  it('reaches nobody before it is accepted', () => {
    expect(reachDepartment(aDossier('registered'), 'ct-tp')).toEqual({
      ok: false,
      refusal: { code: 'dossier-unknown' },
    });
  });

  it('is delivered once', () => {
    const again = concludeDelivery(aDossier('returned'), shipmentId, {
      outcome: 'delivered',
      at: monday9,
    });
    expect(again).toEqual({ ok: true, value: [] });
  });
});

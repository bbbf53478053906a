import { describe, expect, it } from 'vitest';
import { heldBy } from '#domain/custody/holding.ts';
import { resultPaper } from '#domain/custody/paper.ts';
import {
  type CorrectedField,
  type CorrectionAnswer,
  correctionsPerDossier,
} from '#domain/dossier/correction.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import { approveDecision } from '#domain/dossier/steps/approve.ts';
import {
  answerCorrection,
  correctApplicant,
  isWithAgency,
} from '#domain/dossier/steps/correct-applicant.ts';
import { decide } from '#domain/dossier/steps/decide.ts';
import { declareLost, voidParcel } from '#domain/dossier/steps/end-parcel.ts';
import { reissueResult } from '#domain/dossier/steps/lost-result.ts';
import { revokeRecipient } from '#domain/dossier/steps/return-result.ts';
import { correctComponents, takeOutScan } from '#domain/dossier/steps/take-out-scan.ts';
import { mayOpen } from '#domain/dossier/visibility.ts';
import type { AuthorisationId, CorrectionId } from '#domain/identifiers/record-ids.ts';
import type { Outcome } from '#domain/refusal.ts';
import {
  aProcedure,
  aScan,
  dossierId,
  historyUntil,
  monday9,
  officer,
  paperScan,
  resultAtCounter,
  resultScan,
  type Station,
  shipmentId,
} from '#test/support/dossiers.ts';

const told = {
  correction: '01KAPXJ5V0ZK9Q4T8N6W2C7D8A' as CorrectionId,
  recordSha256: 'e'.repeat(64),
};
const by = { actor: { kind: 'system', id: 'test' }, now: monday9 } as const;
const clerk = { kind: 'staff', id: 'lan', role: 'clerk', office: 'bd-vi-thanh' } as const;

const at = (station: Station, more: readonly DossierFact[] = []): Dossier => {
  const { events } = historyUntil(station);
  return record(undefined, dossierId, [...events.map(({ fact }) => fact), ...more], by).after;
};
const next = (dossier: Dossier, decision: Outcome<readonly DossierFact[]>): Dossier => {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return record(dossier, dossierId, decision.value, by).after;
};
const refused = (code: string) => ({ ok: false, refusal: expect.objectContaining({ code }) });

const asking = (dossier: Dossier, fields: readonly CorrectedField[], identityChecked = true) =>
  correctApplicant(dossier, { ...told, fields, identityChecked });
const answering = (dossier: Dossier, answer: CorrectionAnswer, correction = told.correction) =>
  answerCorrection(dossier, { ...told, correction, answer, agency: 'ct-nnmt' });

describe('who applies, corrected', () => {
  it.each<[Station, CorrectedField, string]>([
    ['registered', 'name', 'in-force'],
    ['accepted', 'name', 'to-acknowledge'],
    ['accepted', 'owner', 'to-acknowledge'],
    ['acknowledged', 'personalNumber', 'to-acknowledge'],
    ['acknowledged', 'address', 'in-force'],
    ['acknowledged', 'email', 'in-force'],
    ['decided', 'address', 'in-force'],
    ['decided', 'name', 'asked'],
  ])('at %s, the %s is %s', (station, field, state) => {
    const dossier = at(station);
    expect(next(dossier, asking(dossier, [field])).corrections).toMatchObject([{ state }]);
  });

  it('is never without the card where it says who somebody is', () => {
    expect(asking(at('registered'), ['name'], false)).toEqual(refused('identity-unseen'));
    expect(asking(at('registered'), ['address'], false)).toMatchObject({ ok: true });
  });

  it('is nothing where nothing differs, and nothing after the result is out', () => {
    expect(asking(at('registered'), [])).toEqual(refused('correction-empty'));
    expect(asking(at('returned'), ['name'])).toEqual(refused('step-not-allowed'));
  });

  it('has a bound', () => {
    let dossier = at('registered');
    for (let n = 0; n < correctionsPerDossier; n++)
      dossier = next(dossier, asking(dossier, ['address']));
    expect(asking(dossier, ['address'])).toEqual(refused('too-many-corrections'));
  });

  it('is with the agency until that has decided or gives it back', () => {
    expect(isWithAgency(at('registered'))).toBe(false);
    expect(isWithAgency(at('accepted'))).toBe(true);
    expect(isWithAgency(at('decided'))).toBe(false);
    const closed = at('accepted');
    const department = { agency: 'ct-nnmt', leaseNo: 0, inbox: 'closed' } as const;
    expect(isWithAgency({ ...closed, department })).toBe(false);
  });
});

describe('the agency', () => {
  const claim = { leaseNo: 1, holder: officer.id, now: monday9 };
  const asked = { outcome: 'approved', resultScan } as const;
  const leader = { kind: 'staff', id: 'phuc', role: 'leader', agency: 'ct-nnmt' } as const;

  it('decides nothing before it has acknowledged whom it decides about', () => {
    const ready = at('result-ready');
    const dossier = next(ready, asking(ready, ['name']));
    expect(decide(dossier, aProcedure, claim, asked)).toEqual(refused('correction-unacknowledged'));
    const seen = next(dossier, answering(dossier, 'acknowledged'));
    expect(decide(seen, aProcedure, claim, asked)).toMatchObject({ ok: true });
  });

  it('lets no leader approve what was proposed of another name', () => {
    const ready = at('result-ready');
    const proposing = decide(ready, { ...aProcedure, approval: 'leader' }, claim, asked);
    const proposed = next(ready, proposing);
    const dossier = next(proposed, asking(proposed, ['name']));
    const approving = (of: Dossier) => approveDecision(of, { staff: leader, now: monday9 });
    expect(approving(proposed)).toMatchObject({ ok: true });
    expect(approving(dossier)).toEqual(refused('correction-unacknowledged'));
  });

  it.each(['granted', 'declined'] as const)('says of its result whether it is %s', (answer) => {
    const decided = at('decided');
    const dossier = next(decided, asking(decided, ['name']));
    expect(answering(dossier, 'acknowledged')).toEqual(refused('correction-state'));
    expect(asking(dossier, ['address'])).toEqual(refused('correction-open'));
    const answered = next(dossier, answering(dossier, answer));
    expect(answered.corrections).toMatchObject([{ state: answer }]);
    expect(answering(answered, answer)).toEqual(refused('correction-state'));
  });

  it('answers no correction that nobody made, and leaves the others as they are', () => {
    const accepted = at('accepted');
    expect(answering(accepted, 'acknowledged')).toEqual(refused('correction-unknown'));
    expect(answering(at('registered'), 'acknowledged')).toEqual(refused('step-not-allowed'));
    const one = next(accepted, asking(accepted, ['address']));
    const other = '01KAPXJ5V0ZK9Q4T8N6W2C7D8B' as CorrectionId;
    const fields = ['name'] as const;
    const second = { ...told, correction: other, fields, identityChecked: true };
    const two = next(one, correctApplicant(one, second));
    const seen = next(two, answering(two, 'acknowledged', other));
    expect(seen.corrections?.map(({ state }) => state)).toEqual(['in-force', 'acknowledged']);
  });
});

describe('a file that does not belong there', () => {
  const out = (dossier: Dossier, scanId = paperScan) =>
    takeOutScan(dossier, { ...told, scanId, why: 'strangers-paper' }, () => 'f'.repeat(64));

  it('leaves manifest and views, and the component has to be scanned again', () => {
    const scanned = at('scanned');
    const dossier = next(scanned, out(scanned));
    expect(dossier.scans).toMatchObject([{ state: 'taken-out', takenOut: 'strangers-paper' }]);
    expect(dossier.corrections).toMatchObject([{ what: 'scan', state: 'in-force' }]);
    const [scan] = dossier.scans;
    expect(scan && mayOpen(clerk, dossier, scan)).toBe(false);
    expect(out(dossier)).toEqual(refused('scan-unknown'));
  });

  it('keeps what it was announced as, pages and files', () => {
    const scan = aScan({
      declaredPages: 2,
      files: [{ mediaType: 'image/jpeg', bytes: 1, sha256: 'b'.repeat(64) }],
    });
    const { component: _, ...batch } = scan;
    const dossier = at('registered', [
      { type: 'scan-requested', scan: { ...batch, purpose: 'batch' } },
      { type: 'scan-verified', scanId: paperScan, pages: 2, findings: [], parts: [] },
    ]);
    expect(next(dossier, out(dossier)).scans).toMatchObject([
      { state: 'taken-out', declaredPages: 2, files: scan.files },
    ]);
  });

  it('changes the manifest of what was accepted, which the agency then acknowledges', () => {
    const accepted = at('acknowledged');
    const dossier = next(accepted, out(accepted));
    expect(dossier.acceptance?.manifestHash).toBe('f'.repeat(64));
    expect(dossier.corrections).toMatchObject([{ state: 'to-acknowledge' }]);
  });

  it('is none that is still under way, none of the agency’s and none that nobody knows', () => {
    expect(out(at('announced'))).toEqual(refused('scan-unverified'));
    expect(out(at('registered'))).toEqual(refused('scan-unknown'));
    expect(out(at('result-ready'), resultScan)).toEqual(refused('scan-unknown'));
    expect(out(at('decided'))).toEqual(refused('step-not-allowed'));
  });

  it('leaves the other files alone', () => {
    const other = aScan({ id: resultScan });
    const dossier = at('scanned', [{ type: 'scan-requested', scan: other }]);
    expect(next(dossier, out(dossier)).scans[1]).toMatchObject({ state: 'quarantined' });
  });
});

describe('papers counted wrong', () => {
  const again = (dossier: Dossier, count = 2, id = 'don-de-nghi') =>
    correctComponents(dossier, aProcedure, [{ id, copyKind: 'original', count }], told);

  it('are counted again while they lie at the counter', () => {
    const dossier = at('registered');
    const counted = next(dossier, again(dossier));
    expect(counted.components).toEqual([{ id: 'don-de-nghi', copyKind: 'original', count: 2 }]);
    expect(heldBy(counted.custody, { kind: 'office', id: 'bd-vi-thanh' })).toEqual(
      counted.components,
    );
  });

  it('are as they are where nothing differs, or the procedure asks for something else', () => {
    expect(again(at('registered'), 1)).toEqual(refused('correction-empty'));
    expect(again(at('registered'), 1, 'ho-chieu')).toEqual(refused('component-unknown'));
    expect(again(at('registered'), 1, 'ban-ve')).toEqual(refused('component-missing'));
  });

  it('are the count’s business once they are on their way', () => {
    const registered = at('registered');
    const pouch = '01KAPXJ5V0ZK9Q4T8N6W2C7D3P' as NonNullable<Dossier['pouch']>;
    expect(again({ ...registered, pouch })).toEqual(refused('papers-packed'));
    const slip = { number: 'RG1' } as NonNullable<Dossier['slip']>;
    expect(again({ ...registered, slip })).toEqual(refused('slip-issued'));
    expect(again({ ...registered, custody: [] })).toEqual(refused('papers-elsewhere'));
    expect(again(at('accepted'))).toEqual(refused('step-not-allowed'));
  });
});

describe('an authorisation', () => {
  const authorisation = '01KAPXJ5V0ZK9Q4T8N6W2C7D3K' as AuthorisationId;

  it('is revoked once', () => {
    const dossier = at('decided', [{ type: 'recipient-authorised', authorisation }]);
    const revoked = next(dossier, revokeRecipient(dossier));
    expect(revoked.authorisation).toBeUndefined();
    expect(revokeRecipient(revoked)).toEqual(refused('authorisation-unknown'));
    expect(revokeRecipient(at('returned'))).toEqual(refused('step-not-allowed'));
  });
});

describe('a parcel that ends by our word', () => {
  const carrier = { kind: 'carrier', id: shipmentId } as const;
  const office = { kind: 'office', id: 'bd-vi-thanh' } as const;
  const sent: DossierFact = {
    type: 'result-dispatched',
    shipment: shipmentId,
    carrier: 'vnpost',
    waybill: 'EE473124829VN',
    papers: [{ from: office, papers: [resultPaper] }],
  };
  const facts = [
    ...historyUntil('decided').events.map(({ fact }) => fact),
    ...resultAtCounter,
    sent,
  ];
  const { events, after: underWay } = record(undefined, dossierId, facts, by);

  it('is void, and what was meant to go lies where it lay', () => {
    expect(heldBy(underWay.custody, carrier)).toEqual([resultPaper]);
    const dossier = next(underWay, voidParcel(underWay, shipmentId, 'wrong-address', events));
    expect(heldBy(dossier.custody, office)).toContainEqual(resultPaper);
    expect(dossier.delivery).toBeUndefined();
    expect(dossier.earlierDeliveries).toMatchObject([{ voidedAt: monday9 }]);
    expect(voidParcel(dossier, shipmentId, 'wrong-address', events)).toEqual(
      refused('step-not-allowed'),
    );
  });

  it('is void where nobody kept what was in it', () => {
    const old = historyUntil('dispatched');
    const voided = voidParcel(old.after, shipmentId, 'made-by-mistake', old.events);
    expect(voided).toMatchObject({ value: [{ back: [] }] });
  });

  it('is lost with what was in it, and the agency makes the result anew', () => {
    const lost = next(underWay, declareLost(underWay, shipmentId, 'carrier'));
    const missing = { kind: 'missing', id: shipmentId } as const;
    expect(heldBy(lost.custody, missing)).toEqual([resultPaper]);
    expect(declareLost(lost, shipmentId, 'carrier')).toEqual(refused('step-not-allowed'));
    const anew = next(lost, reissueResult(lost, 'ct-nnmt'));
    expect(heldBy(anew.custody, missing)).toEqual([]);
    expect(heldBy(anew.custody, { kind: 'agency', id: 'ct-nnmt' })).toContainEqual(resultPaper);
    expect(reissueResult(anew, 'ct-nnmt')).toEqual(refused('nothing-lost'));
  });

  it('is not made anew where nothing was lost', () => {
    expect(reissueResult(underWay, 'ct-nnmt')).toEqual(refused('nothing-lost'));
    expect(reissueResult(at('accepted'), 'ct-nnmt')).toEqual(refused('step-not-allowed'));
  });
});

import { describe, expect, it } from 'vitest';
import { ruleOn } from '#domain/catalogue/effective.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import { countedDueOf } from '#domain/dossier/required.ts';
import { resumeDossier } from '#domain/dossier/steps/end.ts';
import { unfit } from '#domain/dossier/steps/lease.ts';
import { suppliedFully } from '#domain/dossier/steps/supplement.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { aDossier, dossierId, monday9, shipmentId } from '#test/support/dossiers.ts';
import { refusal } from '#test/support/shipments.ts';

const by = { actor: { kind: 'system', id: 'test' }, now: monday9 } as const;
const following = (before: Dossier | undefined, ...facts: readonly DossierFact[]) =>
  record(before, dossierId, facts, by);
const terms = { calendarVersions: [] };

describe('a history that no decision could have written is a defect, and never half a dossier', () => {
  it.each<readonly [what: string, before: Dossier | undefined, fact: DossierFact, why: string]>([
    [
      'that begins in the middle',
      undefined,
      { type: 'lease-released', leaseNo: 1 },
      'registration',
    ],
    [
      'that reaches a department before it was sent there',
      aDossier('registered'),
      { type: 'department-reached', agency: 'ct-nnmt' },
      'is at no department',
    ],
    [
      'that extends a lease nobody has',
      aDossier('waiting'),
      { type: 'lease-extended', leaseNo: 1, until: monday9 },
      'is leased to nobody',
    ],
    [
      'that moves a date nobody was promised',
      aDossier('registered'),
      { type: 'clock-resumed', dueAt: monday9, ...terms },
      'is not accepted',
    ],
    [
      'that takes in papers nobody asked for',
      aDossier('leased'),
      { type: 'supplement-received', manifestHash: 'd'.repeat(64), ...terms },
      'is asked for nothing',
    ],
    [
      'that confirms a payment nobody asked for',
      aDossier('leased'),
      {
        type: 'payment-confirmed',
        number: 1,
        agency: 'ct-nnmt',
        reference: 'KB-1',
        confirmedBy: 'hoa',
        ...terms,
      },
      'is asked to pay nothing',
    ],
    [
      'that delivers a parcel nobody sent',
      aDossier('decided'),
      { type: 'result-delivered', shipment: shipmentId, deliveredAt: monday9 },
      'has no parcel',
    ],
    [
      'that goes on without having stopped',
      aDossier('acknowledged'),
      { type: 'dossier-resumed', ...terms },
      'was never stopped',
    ],
  ])('%s', (_, before, fact, why) => expect(() => following(before, fact)).toThrow(why));

  it('of nothing at all', () =>
    expect(() => following(undefined)).toThrow(`nothing to record for ${dossierId}`));

  it('nor is such a dossier judged', () => {
    const asked: Dossier = { ...aDossier('leased'), status: 'supplement-requested' };
    expect(() => suppliedFully(asked, monday9)).toThrow('is asked for nothing');
    const stopped: Dossier = { ...aDossier('leased'), status: 'stopped' };
    expect(() => resumeDossier(stopped, terms)).toThrow('has not ended');
  });
});

describe('a dossier at no department', () => {
  it('is leased to nobody, whoever claims it', () =>
    expect(unfit(aDossier('registered'), { leaseNo: 0, holder: 'hoa', now: monday9 })).toEqual(
      refusal('lease-not-held'),
    ));
});

describe('a day without rules', () => {
  it('is a defect of the data, named by what the rules are for', () => {
    const rules = [{ effective: { from: '2026-01-01' as VietnamDay } }];
    expect(ruleOn(rules, '2026-01-01' as VietnamDay, 'queues')).toBe(rules[0]);
    expect(() => ruleOn(rules, '2025-12-31' as VietnamDay, 'queues')).toThrow(
      'no rules for queues on 2025-12-31',
    );
  });
});

describe('a term that is prolonged while it stands still', () => {
  it('is a defect', () =>
    expect(() => countedDueOf(aDossier('acknowledged'), {})).toThrow('stands still'));
});

import { describe, expect, it } from 'vitest';
import { heldBy } from '#domain/custody/holding.ts';
import { resultPaper } from '#domain/custody/paper.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { evolve } from '#domain/dossier/evolve.ts';
import { handing } from '#domain/dossier/handing.ts';
import { paperWays } from '#domain/dossier/paper-ways.ts';
import { isAgainstCustody } from '#domain/dossier/steps/return-result.ts';
import {
  aDossier,
  dossierId,
  monday9,
  resultAtCounter,
  shipmentId,
} from '#test/support/dossiers.ts';
import { refusal } from '#test/support/shipments.ts';

const office = { kind: 'office', id: 'bd-vi-thanh' } as const;
const agency = { kind: 'agency', id: 'ct-nnmt' } as const;
const carrier = { kind: 'carrier', id: shipmentId } as const;
const citizen = { kind: 'citizen' } as const;
const pickUp = {
  pickUp: dossierId as never,
  receiver: 'self',
  handedAt: monday9,
  proofSha256: 'e'.repeat(64),
} as const;
const result = [resultPaper];

const held = (by: Dossier['custody'][number]['holder']): Dossier => ({
  ...aDossier('decided'),
  custody: [{ ...resultPaper, holder: by }],
});

/** Each fact that takes a result, what it may take it out of, and where it really lies. */
const takings: readonly (readonly [string, DossierFact, Dossier])[] = [
  [
    'sent out of the agency’s hand',
    {
      type: 'result-dispatched',
      shipment: shipmentId,
      carrier: 'vnpost',
      waybill: 'x',
      papers: [{ from: agency, papers: result }],
    },
    held(agency),
  ],
  [
    'papers sent out of the agency’s hand',
    {
      type: 'papers-dispatched',
      shipment: shipmentId,
      carrier: 'vnpost',
      waybill: 'x',
      backTo: agency,
      papers: [{ from: agency, papers: result }],
    },
    held(agency),
  ],
  [
    'sent by an office that has none',
    {
      type: 'result-dispatched',
      shipment: shipmentId,
      carrier: 'vnpost',
      waybill: 'x',
      papers: [{ from: office, papers: result }],
    },
    held(agency),
  ],
  [
    'handed over out of the agency’s hand',
    { type: 'result-picked-up', ...pickUp, papers: [{ from: agency, papers: result }] },
    held(agency),
  ],
  [
    'handed over while a courier has it',
    {
      type: 'papers-picked-up',
      ...pickUp,
      papers: [{ from: { kind: 'courier', id: office.id }, papers: result }],
    },
    held({ kind: 'courier', id: office.id }),
  ],
  [
    'given back over a counter that has none',
    {
      type: 'papers-given-back',
      papers: result,
      office: office.id,
      signatureSha256: 'f'.repeat(64),
    },
    held(carrier),
  ],
  [
    'taken in out of a parcel that does not hold it',
    { type: 'papers-taken-back', papers: result, office: office.id, shipment: shipmentId },
    held(agency),
  ],
  [
    'brought back by a courier who has none',
    { type: 'papers-taken-back', papers: result, office: office.id },
    held(office),
  ],
  [
    'found again while nobody misses it: there is nothing to take',
    { type: 'papers-recovered', papers: result, how: 'found', at: office },
    held(agency),
  ],
  [
    'made anew while nothing is lost',
    { type: 'result-reissued', agency: agency.id, shipment: shipmentId },
    held(agency),
  ],
  [
    'lost out of a parcel that does not hold it',
    {
      type: 'parcel-lost',
      shipment: shipmentId,
      waybill: 'x',
      knownBy: 'carrier',
      papers: result,
    },
    held(office),
  ],
  [
    'taken out of a voided parcel that does not hold it',
    {
      type: 'parcel-voided',
      shipment: shipmentId,
      why: 'wrong-address',
      back: [{ to: office, papers: result }],
    },
    held(agency),
  ],
];

describe('a paper moves out of the hand that has it, and of no other', () => {
  it.each(takings)('%s: refused by its name', (_, fact, dossier) => {
    // Of a paper that is nowhere missing, `papers-recovered` has nothing to take.
    const answer = handing(dossier, [fact]);
    if (fact.type === 'papers-recovered') expect(answer).toMatchObject({ ok: true });
    else expect(answer).toEqual(refusal('papers-elsewhere'));
  });

  it('asks of the second fact what the first has left', () => {
    const given: DossierFact = {
      type: 'papers-given-back',
      papers: result,
      office: office.id,
      signatureSha256: 'f'.repeat(64),
    };
    expect(handing(held(office), [given])).toMatchObject({ ok: true });
    expect(handing(held(office), [given, given])).toEqual(refusal('papers-elsewhere'));
  });

  it('has a row for each kind of fact', () => {
    expect(Object.values(paperWays).filter((way) => way !== 'stays').length).toBe(20);
  });
});

describe('what was written before the hands were', () => {
  it('is read as it was meant: a result that was picked up is the citizen’s', () => {
    const before = held(agency);
    const after = evolve(before, {
      dossierId,
      version: before.version + 1,
      recordedAt: monday9,
      effectiveAt: monday9,
      actor: 'staff:lan',
      fact: { type: 'result-picked-up', ...pickUp },
    });
    expect(heldBy(after.custody, citizen)).toEqual(result);
  });

  it('and so is what lay in the parcel that waited at the counter', () => {
    const parcel = { shipment: shipmentId, carrier: 'vnpost', waybill: 'x' };
    for (const papers of [undefined, result]) {
      const before = {
        ...held(carrier),
        delivery: { ...parcel, ...(papers && { papers }) },
      };
      const after = evolve(before, {
        dossierId,
        version: before.version + 1,
        recordedAt: monday9,
        effectiveAt: monday9,
        actor: 'staff:lan',
        fact: { type: 'result-picked-up', ...pickUp },
      });
      expect(heldBy(after.custody, citizen)).toEqual(result);
    }
  });
});

describe('what was written when a carrier’s word booked a parcel back', () => {
  const parcel = { shipment: shipmentId, carrier: 'vnpost', waybill: 'x', papers: result };
  const evolved = (dossier: Dossier, fact: DossierFact) =>
    evolve(dossier, {
      dossierId,
      version: dossier.version + 1,
      recordedAt: monday9,
      effectiveAt: monday9,
      actor: 'carrier:vnpost',
      fact,
    });
  const told = { shipment: shipmentId, returnedAt: monday9 };
  const sent = { ...held(carrier), delivery: parcel };
  const home = { ...held(carrier), delivery: { ...parcel, backTo: office } };

  it.each([
    ['a result, to its agency', sent, 'result-returned-to-agency', agency],
    ['papers, to whoever had sealed the parcel', home, 'papers-came-back', office],
  ] as const)('%s, still says so', (_, dossier, type, holder) => {
    const booked = evolved(dossier, { type, ...told });
    expect(heldBy(booked.custody, holder)).toEqual(result);
    // And it was delivered after all, by the same word.
    const delivered = type === 'papers-came-back' ? 'papers-delivered' : 'result-delivered';
    const fact = { type: delivered, shipment: shipmentId, deliveredAt: monday9 } as const;
    expect(handing(booked, [fact])).toMatchObject({ ok: true });
    expect(heldBy(evolved(booked, fact).custody, citizen)).toEqual(result);
  });

  it.each([
    ['a result', sent, 'result-returned-to-agency'],
    ['papers', home, 'papers-came-back'],
  ] as const)('%s that is told to come back today stays with the carrier', (_, dossier, type) => {
    const awaited = evolved(dossier, { type, ...told, awaited: true });
    expect(heldBy(awaited.custody, carrier)).toEqual(result);
    const taken = { papers: result, office: office.id, shipment: shipmentId };
    const here = evolved(awaited, { type: 'papers-taken-back', ...taken });
    expect(heldBy(here.custody, office)).toEqual(result);
    expect(here.delivery).toMatchObject({ takenInAt: monday9 });
    expect(here.delivery).not.toHaveProperty('awaited');
  });

  it('a parcel that is not the last one is taken in and leaves the last as it is', () => {
    const other = {
      ...sent,
      delivery: { ...parcel, shipment: 'x' as never, awaited: true },
    } as const;
    const taken = { papers: result, office: office.id, shipment: shipmentId };
    const here = evolved(other, { type: 'papers-taken-back', ...taken });
    expect(here.delivery).toEqual(other.delivery);
    expect(heldBy(here.custody, office)).toEqual(result);
  });
});

describe('an ended parcel that is told to have ended otherwise', () => {
  const delivery = {
    shipment: shipmentId,
    carrier: 'vnpost',
    waybill: 'x',
    papers: result,
    returnedAt: monday9,
  };
  const delivered = { outcome: 'delivered', at: monday9 } as const;
  const back = { outcome: 'returned-to-agency', at: monday9 } as const;
  it.each([
    ['while its papers lie where it left them', held(agency), delivered, false],
    ['after they were handed on', held(office), delivered, true],
    ['while they are packed', { ...held(agency), pouch: 'x' as never }, delivered, true],
    ['with the same end again', held(office), back, false],
  ] as const)('%s', (_, dossier, outcome, expected) => {
    expect(isAgainstCustody({ ...dossier, delivery }, outcome)).toBe(expected);
  });

  it('and of which nobody had written down what was in it', () => {
    const { papers: _, ...parcel } = delivery;
    expect(isAgainstCustody({ ...held(office), delivery: parcel }, delivered)).toBe(false);
  });

  it('and was delivered, and the citizen has given it away', () => {
    const { returnedAt: deliveredAt, ...parcel } = delivery;
    const dossier = { ...held(office), delivery: { ...parcel, deliveredAt } };
    expect(isAgainstCustody(dossier, back)).toBe(true);
    expect(isAgainstCustody(held(office), back)).toBe(false);
  });

  it('is counted in at its office out of the agency’s hand', () => {
    expect(handing(held(agency), resultAtCounter)).toMatchObject({ ok: true });
    expect(handing(held(office), resultAtCounter)).toEqual(refusal('papers-elsewhere'));
  });
});

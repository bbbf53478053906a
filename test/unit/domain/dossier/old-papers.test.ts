import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldBy, lacking } from '#domain/custody/holding.ts';
import type { Paper } from '#domain/custody/paper.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { handing } from '#domain/dossier/handing.ts';
import { oldPapersOutstanding, oldPapersWithPost } from '#domain/dossier/old-papers.ts';
import { record } from '#domain/dossier/record.ts';
import { takeBackPapers } from '#domain/dossier/steps/handover.ts';
import { concludeDelivery } from '#domain/dossier/steps/return-result.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import { takeOldPapers } from '#domain/dossier/steps/take-old-papers.ts';
import { type TakeBackLine, takeBackOutcomes } from '#domain/shipment/take-back.ts';
import { aDossier, dossierId, monday9, shipmentId } from '#test/support/dossiers.ts';

const certificates: Paper = { id: 'giay-chung-nhan', copyKind: 'original', count: 3 };
const licence: Paper = { id: 'giay-phep-cu', copyKind: 'original', count: 1 };
const oldPapers = [certificates, licence];
const office = { kind: 'office', id: 'bd-vi-thanh' } as const;
const agency = { kind: 'agency', id: 'ct-nnmt' } as const;

const line = fc.record({
  paper: fc.constantFrom(certificates.id, licence.id, 'so-ho-khau'),
  outcome: fc.constantFrom(...takeBackOutcomes),
  count: fc.integer({ min: 1, max: 4 }),
});
const lines = fc.array(line, { maxLength: 4 });

type Step = (dossier: Dossier) => Decision;

const hears =
  (takeBack?: readonly TakeBackLine[]): Step =>
  (dossier) =>
    concludeDelivery(
      dossier,
      shipmentId,
      { outcome: 'delivered', at: monday9, ...(takeBack && { takeBack }) },
      { oldPapers, by: 'our-courier' },
    );

/** What of them the office has goes to the agency and is signed for there. */
const signedFor: Step = (dossier) => {
  const found = oldPapersWithPost(dossier).filter((paper) =>
    heldBy(dossier.custody, office).some(({ id }) => id === paper.id),
  );
  const here = heldBy(dossier.custody, office).filter(({ id }) => found.some((p) => p.id === id));
  if (here.length === 0) return { ok: true, value: [] };
  const signatures = { giver: 'tuan', receiver: 'hoa', pouch: shipmentId as never };
  const count = { verdict: 'complete', found: here, extra: [], from: office } as const;
  return handing(dossier, [{ type: 'papers-counted', to: agency, ...count, ...signatures }]);
};

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.option(lines, { nil: undefined }).map(hears),
  lines.map(
    (said): Step =>
      (dossier) =>
        takeOldPapers(dossier, said),
  ),
  fc.constant<Step>(takeBackPapers),
  fc.constant(signedFor),
);

const stepped = (dossier: Dossier, run: Step): Dossier => {
  const decided = run(dossier);
  if (!decided.ok) return dossier;
  const by = { actor: { kind: 'system', id: 'test' }, now: monday9 } as const;
  return record(dossier, dossierId, decided.value, by).after;
};

const inPublicHands = ({ custody }: Dossier, { id }: Paper): number =>
  custody
    .filter((each) => each.id === id && each.holder.kind !== 'citizen')
    .reduce((sum, { count }) => sum + count, 0);

const countOf = (papers: readonly Paper[], { id }: Paper): number =>
  papers.filter((each) => each.id === id).reduce((sum, { count }) => sum + count, 0);

describe('old papers (thu hồi giấy tờ, TT 17/2017)', () => {
  it('are each taken, lost or outstanding, whoever says what how often', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const start = stepped(aDossier('dispatched'), hears());
        const end = steps.reduce(stepped, start);
        for (const paper of oldPapers) {
          const lost = countOf(end.oldPapers?.lost ?? [], paper);
          const open = countOf(oldPapersOutstanding(end), paper);
          expect(inPublicHands(end, paper) + lost + open).toBe(paper.count);
        }
      }),
    );
  });

  it('are taken once, however often the same news comes', () => {
    const news = hears([{ paper: certificates.id, outcome: 'taken', count: 1 }]);
    const twice = [news, news].reduce(stepped, aDossier('dispatched'));
    expect(inPublicHands(twice, certificates)).toBe(1);
  });

  it('that the citizen had back from us before are the same papers', () => {
    const dossier = aDossier('dispatched');
    const back = { ...licence, holder: { kind: 'citizen' } } as const;
    const news = hears([{ paper: licence.id, outcome: 'taken', count: 1 }]);
    const end = stepped({ ...dossier, custody: [...dossier.custody, back] }, news);
    expect(end.custody.filter(({ id }) => id === licence.id)).toEqual([
      { ...licence, holder: { kind: 'courier', id: office.id } },
    ]);
  });

  it('that were taken are with the post until the agency has signed, and nowhere else', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const end = steps.reduce(stepped, stepped(aDossier('dispatched'), hears()));
        const there = heldBy(end.custody, agency);
        const taken = end.oldPapers?.taken ?? [];
        expect(lacking([...there, ...oldPapersWithPost(end)], taken)).toEqual([]);
      }),
    );
  });

  it('move none of the dossier’s other papers', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const start = stepped(aDossier('dispatched'), hears());
        const isOther = ({ id }: Paper) => !oldPapers.some((paper) => paper.id === id);
        const end = steps.reduce(stepped, start);
        const others = ({ custody }: Dossier) => new Set(custody.filter(isOther));
        expect(others(end)).toEqual(others(start));
      }),
    );
  });
});

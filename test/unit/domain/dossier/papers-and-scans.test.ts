import { describe, expect, it } from 'vitest';
import type { Holder } from '#domain/custody/holding.ts';
import { allJudged } from '#domain/dossier/batch-verdict.ts';
import { controlRows } from '#domain/dossier/control-sheet.ts';
import { sheetsOf } from '#domain/dossier/cover-sheets.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { oldPapersDue } from '#domain/dossier/old-papers.ts';
import { record } from '#domain/dossier/record.ts';
import { packable } from '#domain/dossier/steps/handover.ts';
import { register } from '#domain/dossier/steps/register.ts';
import { concludeDelivery } from '#domain/dossier/steps/return-result.ts';
import { concludeScan, judgePage, requestScan } from '#domain/dossier/steps/scans.ts';
import { maySee } from '#domain/dossier/visibility.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { type Scan, scanLimits } from '#domain/scan/scan.ts';
import {
  aDossier,
  anAcceptance,
  aProcedure,
  aScan,
  dossierId,
  monday9,
  paperScan,
  shipmentId,
} from '#test/support/dossiers.ts';
import { refusal } from '#test/support/shipments.ts';

const by = { actor: { kind: 'system', id: 'test' }, now: monday9 } as const;
const following = (before: Dossier, ...facts: readonly DossierFact[]) =>
  record(before, dossierId, facts, by).after;
const otherScan = '01KAPXJ5V0ZK9Q4T8N6W2C7D3P' as ScanId;
const batch: DossierFact = {
  type: 'scan-requested',
  scan: {
    ...aScan({ id: otherScan, purpose: 'batch' }),
    files: [{ mediaType: 'image/jpeg', bytes: 9, sha256: 'd'.repeat(64) }],
  },
};
const page = { page: 1, refusal: 'damaged' };
const scanOf = ({ scans }: Dossier): Scan => {
  const scan = scans.at(-1);
  if (!scan) throw new Error('no scan');
  return scan;
};

describe('a registration', () => {
  it('names a paper that the procedure does not know', () =>
    expect(
      register(aProcedure, {
        id: dossierId,
        office: 'bd-vi-thanh',
        intakeMode: 'onestop',
        channel: 'postal',
        components: [{ id: 'anh-cuoi', copyKind: 'original', count: 1 }],
        circumstances: {},
        fees: { stateFeesVnd: 0, postageVnd: 0 },
      }),
    ).toEqual({ ok: false, refusal: { code: 'component-unknown', component: 'anh-cuoi' } }));
});

describe('an announced file', () => {
  it('is of a paper that the dossier waits for', () => {
    const { component: _, ...ofNothing } = aScan();
    expect(requestScan(aDossier('registered'), ofNothing, monday9)).toEqual(
      refusal('component-unknown'),
    );
  });

  it('is refused beyond what one dossier may have', () => {
    const dossier = aDossier('scanned');
    const full = { ...dossier, scans: Array(scanLimits.quota.filed).fill(scanOf(dossier)) };
    expect(requestScan(full, aScan({ id: otherScan }), monday9)).toEqual(refusal('too-many-scans'));
  });

  it('gets its word whatever has become of the dossier', () => {
    const stopped: Dossier = { ...aDossier('announced'), status: 'stopped' };
    expect(concludeScan(stopped, paperScan, { ok: false, why: 'blank' })).toMatchObject({
      value: [{ type: 'scan-rejected', why: 'blank' }],
    });
  });

  it('keeps the last word that was said of it', () => {
    const once = aDossier('scanned');
    const again: DossierFact = {
      type: 'scan-verified',
      scanId: paperScan,
      pages: 2,
      findings: [],
    };
    expect(scanOf(following(once, again))).toMatchObject({ state: 'verified', pages: 2 });
  });
});

describe('a batch in several files', () => {
  const announced = following(aDossier('registered'), batch);

  it('is not judged while nothing of it is', () =>
    expect(allJudged(scanOf(announced))).toBeUndefined());

  it('is judged no more once it has the word on the whole', () => {
    const rejected = following(announced, {
      type: 'scan-rejected',
      scanId: otherScan,
      why: 'blank',
    });
    expect(allJudged(scanOf(rejected))).toBeUndefined();
    const late = following(rejected, { type: 'page-judged', scanId: otherScan, page });
    expect(scanOf(late)).toEqual(scanOf(rejected));
  });

  it.each([0, 2])('has no page %d', (number) =>
    expect(judgePage(announced, otherScan, { ...page, page: number })).toEqual(
      refusal('scan-unknown'),
    ),
  );
});

describe('cover sheets', () => {
  it('are printed for the papers that were counted now, not for those that were shown before', () => {
    const oneShown: Dossier = {
      ...aDossier('scanned'),
      components: [
        { id: 'don-de-nghi', copyKind: 'original', count: 1 },
        { id: 'ban-ve', copyKind: 'certified', count: 1 },
      ],
    };
    expect(sheetsOf(oneShown, new Map([['ban-ve', 3]]))).toMatchObject({
      ok: true,
      value: [{ id: 'ban-ve', pages: 3 }],
    });
  });
});

describe('the control sheet', () => {
  it('calls nobody late where the law sets no date', () => {
    const { dueAt: _, ...acceptance } = anAcceptance;
    const [lead] = controlRows({ ...aDossier('waiting'), acceptance }, monday9);
    expect(lead).not.toHaveProperty('timeliness');
    expect(lead).not.toHaveProperty('dueAt');
  });
});

describe('an old paper that the law does not ask for at filing', () => {
  it('is one, and the citizen has it', () => {
    const procedure = {
      ...aProcedure,
      result: { name: 'Giấy mới', takesOldPapersBack: true, oldPapers: ['giay-cu'] },
    };
    expect(oldPapersDue(aDossier('decided'), procedure)).toEqual([
      { id: 'giay-cu', copyKind: 'original', count: 1 },
    ]);
  });
});

describe('who sees a dossier', () => {
  it('is no carrier', () =>
    expect(maySee({ kind: 'carrier', id: 'vnpost' }, aDossier('dispatched'))).toBe(false));
});

describe('a parcel', () => {
  it('is not delivered of a dossier that stands elsewhere meanwhile', () => {
    const stopped: Dossier = { ...aDossier('dispatched'), status: 'stopped' };
    expect(
      concludeDelivery(stopped, shipmentId, { outcome: 'delivered', at: monday9 }),
    ).toMatchObject(refusal('step-not-allowed'));
  });
});

const lyingWith = (holder: Holder) =>
  aDossier('waiting').components.map((paper) => ({ ...paper, holder }));

describe('an agency that a dossier has left', () => {
  it('gives away all of its papers that still lie there, also what the citizen would not get', () => {
    const here = { kind: 'agency', id: 'ct-tp' } as const;
    const left: Dossier = {
      ...aDossier('waiting'),
      custody: lyingWith(here),
    };
    const office = { kind: 'office', id: 'bd-vi-thanh' } as const;
    expect(packable(left, aProcedure, here, office)).toMatchObject({
      ok: true,
      value: { papers: [{ id: 'don-de-nghi' }] },
    });
    const own = { kind: 'agency', id: 'ct-nnmt' } as const;
    const kept = { ...left, custody: lyingWith(own) };
    expect(packable(kept, aProcedure, own, office)).toEqual(refusal('papers-elsewhere'));
  });
});

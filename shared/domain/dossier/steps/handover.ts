import type { Procedure } from '#domain/catalogue/procedure.ts';
import { type Holder, heldBy, lacking, shared } from '#domain/custody/holding.ts';
import { type CopyKind, type Paper, resultPaper } from '#domain/custody/paper.ts';
import {
  type CountedLine,
  officeOf,
  type Party,
  type Pouch,
  type PouchLine,
} from '#domain/handover/pouch.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { closingManifest } from '../abandoned-scans.ts';
import { hasEndedWithoutResult } from '../case-status.ts';
import type { Dossier, Slip } from '../dossier.ts';
import { type DecidedFact, handing } from '../handing.ts';
import { agencyOnPapers, paperNumberOf } from '../paper-number.ts';
import { acceptable } from './accept.ts';
import { isFoundByTwo } from './lost-result.ts';
import { type Decision, forbidden } from './step.ts';

/**
 * Phiếu gửi hồ sơ in mode *agent*: the post takes the papers as the citizen's courier and promises
 * nothing but to hand them over; the date is provisional (QĐ 45/2016 art. 6, 7(4)). Again for papers
 * that a department has sent back: another slip to the right one.
 */
export const issueSlip = (dossier: Dossier, slip: Slip): Decision => {
  const refused = forbidden('issue-slip', dossier.status);
  if (refused) return refused;
  if (dossier.intakeMode !== 'agent')
    return refuse({ code: 'intake-mode', mode: dossier.intakeMode });
  if (dossier.pouch) return refuse({ code: 'papers-packed', pouch: dossier.pouch });
  if (dossier.slip?.agency === slip.agency)
    return refuse({ code: 'slip-issued', slip: dossier.slip.number });
  const checked = acceptable(dossier, slip.issuedAt);
  return checked.ok
    ? done([
        ...closingManifest(dossier, slip.issuedAt),
        { type: 'slip-issued', office: dossier.office, ...slip },
      ])
    : checked;
};

/** Whether the dossier's papers may go from here to there, and which. */
export const packable = (
  dossier: Dossier,
  procedure: Procedure,
  from: Party,
  to: Party,
): Outcome<Omit<PouchLine, 'dossierId'>> => {
  const number = paperNumberOf(dossier);
  if (number === undefined || !goesBetween(dossier, from, to))
    return refuse({ code: 'pouch-wrong-way' });
  if (dossier.pouch) return refuse({ code: 'papers-packed', pouch: dossier.pouch });
  const papers = leaving(dossier, procedure, from);
  return papers.length > 0 ? done({ number, papers }) : refuse({ code: 'papers-elsewhere' });
};

/**
 * To the agency that has the dossier, from a post office that takes part; or from any agency that still
 * holds papers of it, back to its own post office.
 */
const goesBetween = (dossier: Dossier, from: Party, to: Party): boolean => {
  const { office, guestOffice } = dossier;
  if (from.kind === 'agency') return to.id === office;
  const agency = agencyOnPapers(dossier);
  return to.id === agency && (from.id === office || from.id === guestOffice);
};

/**
 * From an agency only what the citizen gets back, unless the dossier is no longer its own. To it, once
 * the citizen has the result, what was taken back for it, and nothing that is the citizen's.
 */
const leaving = (dossier: Dossier, procedure: Procedure, from: Party): readonly Paper[] => {
  const here = heldBy(dossier.custody, from);
  const isTheirs = dossier.department === undefined || dossier.department.agency === from.id;
  if (from.kind === 'agency') return isTheirs ? shared(here, owed(dossier, procedure)) : here;
  return dossier.status === 'returned' ? lacking(stillOwed(dossier, procedure), here) : here;
};

export const packPapers = (pouch: PouchId): readonly DecidedFact[] => [
  { type: 'papers-packed', pouch },
];

export const unpackPapers = (dossier: Dossier, pouch: PouchId): Decision =>
  dossier.pouch === pouch
    ? done([{ type: 'papers-unpacked', pouch }])
    : refuse({ code: 'dossier-unknown' });

/** What a signed count means for one dossier. Nothing when it is written already. */
export const countPapers = (
  dossier: Dossier,
  pouch: Pouch,
  line: PouchLine,
  counted: CountedLine,
): Decision => {
  if (dossier.pouch !== pouch.id || !pouch.giver || !pouch.receiver) return done([]);
  const lost = lacking(counted.found, line.papers);
  return handing(dossier, [
    {
      type: 'papers-counted',
      pouch: pouch.id,
      from: pouch.from,
      to: counted.isTaken ? pouch.to : { kind: 'courier', id: officeOf(pouch) },
      verdict: counted.verdict,
      found: counted.found,
      extra: counted.extra,
      giver: pouch.giver.staff,
      receiver: pouch.receiver.staff,
      ...(counted.remark !== undefined && { remark: counted.remark }),
    },
    ...(lost.length > 0
      ? [{ type: 'papers-missed', pouch: pouch.id, from: pouch.from, papers: lost } as const]
      : []),
  ]);
};

/** Whether all declared papers lie at the agency: then the filing is complete (QĐ 45/2016 art. 7(4)). */
export const isFiled = (dossier: Dossier, agency: string): boolean =>
  dossier.status === 'registered' &&
  lacking(heldBy(dossier.custody, { kind: 'agency', id: agency }), dossier.components).length === 0;

/** Papers that were missing are here: found again, or brought anew by the citizen. */
export const recoverPapers = (
  dossier: Dossier,
  papers: readonly Paper[],
  how: 'found' | 'replaced',
): Decision => {
  if (isFoundByTwo(dossier, papers)) return refuse({ code: 'same-signatory' });
  const missing = dossier.custody.filter(({ holder }) => holder.kind === 'missing');
  return lacking(missing, papers).length > 0
    ? refuse({ code: 'papers-elsewhere' })
    : handing(dossier, [
        { type: 'papers-recovered', papers, how, at: { kind: 'office', id: dossier.office } },
      ]);
};

/** The courier brings back what the department did not take; the counter counts it in. */
export const takeBackPapers = (dossier: Dossier): Decision => {
  const courier: Holder = { kind: 'courier', id: dossier.office };
  const papers = heldBy(dossier.custody, courier);
  return papers.length > 0
    ? handing(dossier, [{ type: 'papers-taken-back', papers, office: dossier.office }])
    : refuse({ code: 'papers-elsewhere' });
};

/** Across the counter into the citizen's hands, against a signature and a look at the identity card. */
export const giveBackPapers = (
  dossier: Dossier,
  procedure: Procedure,
  signatureSha256: string,
): Decision => {
  if (dossier.pouch) return refuse({ code: 'papers-packed', pouch: dossier.pouch });
  const here = heldBy(dossier.custody, { kind: 'office', id: dossier.office });
  const papers = shared(here, owed(dossier, procedure));
  return papers.length > 0
    ? handing(dossier, [
        { type: 'papers-given-back', papers, office: dossier.office, signatureSha256 },
      ])
    : refuse({ code: 'papers-elsewhere' });
};

const isOriginal = ({ copyKind }: { readonly copyKind: CopyKind }): boolean =>
  copyKind === 'original';

/**
 * What the citizen gets back: originals are property (QĐ 45/2016 art. 8). Without a positive result
 * all of them; with one, those that the procedure gives back, and the result itself.
 */
export const owed = (dossier: Dossier, procedure: Procedure): readonly Paper[] => {
  const { status, decision, components } = dossier;
  if (hasEndedWithoutResult(status)) return components.filter(isOriginal);
  if (!decision) return [];
  const givenBack = new Set(
    procedure.components.filter(({ isGivenBack }) => isGivenBack).map(({ id }) => id),
  );
  const back = components.filter(
    (paper) => isOriginal(paper) && (decision.outcome === 'refused' || givenBack.has(paper.id)),
  );
  return [...back, resultPaper];
};

/** Papers that are owed and not yet in the citizen's hands. */
export const stillOwed = (dossier: Dossier, procedure: Procedure): readonly Paper[] =>
  lacking(heldBy(dossier.custody, { kind: 'citizen' }), owed(dossier, procedure));

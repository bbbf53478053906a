import { shownTo } from '#application/authority.ts';
import type { Deciding } from '#application/deciding.ts';
import { everyListed } from '#application/every-listed.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { officeAsked } from '#domain/actor/office-asked.ts';
import { type CaseStatus, nationalStatus } from '#domain/dossier/case-status.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { at, plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { FormPrinter } from '#ports/form-printer.ts';
import type { DossierIndex, StoredDossier, UnitOfWork } from '#ports/unit-of-work.ts';
import { countPrint, type PrintAsk } from './count-print.ts';
import type { Printed } from './printed.ts';
import { trackingBookForm } from './tracking-book-form.ts';

export interface PrintTrackingBook extends PrintAsk {
  /** A supervisor names the office; a clerk has one. */
  readonly asked: string | undefined;
  readonly day: VietnamDay;
  /** From 1. */
  readonly part: number;
}

interface Deps extends Deciding {
  readonly index: DossierIndex;
  readonly catalogue: Catalogue;
  readonly printer: FormPrinter;
}

/** Lines of one part: what is set and answered well within the time of a request. */
export const linesInPart = 100;

const statuses = Object.keys(nationalStatus) as readonly CaseStatus[];

/**
 * In sổ theo dõi: what came in on a day. Its route keeps whose names it shows. A part of a day’s book is one paper,
 * however many lines have come to it since: whoever holds two prints of it knows which was the first.
 */
export const makePrintTrackingBook =
  (deps: Deps) =>
  async (ask: PrintTrackingBook): Promise<Outcome<Printed>> => {
    const { actor, asked, day, part } = ask;
    const whose = officeAsked(actor, asked);
    if (!whose.ok) return whose;
    const { value: office } = whose;
    if (office === undefined || !deps.catalogue.office(office))
      return refuse({ code: 'office-unknown' });
    const all = await cameInOn(deps.index, office, day);
    const parts = Math.max(1, Math.ceil(all.length / linesInPart));
    if (part > parts) return refuse({ code: 'book-part-unknown', parts });
    const start = (part - 1) * linesInPart;
    const dossiers = await opened(deps.ledger, actor, all.slice(start, start + linesInPart));
    const book = { office, day, dossiers, part: { number: part, of: parts, firstLine: start + 1 } };
    const paper = { paper: 'tracking-book', about: [office, day, part] };
    return countPrint(deps, ask, paper, async (reprint) => {
      const { catalogue, clock, printer } = deps;
      const form = trackingBookForm({ ...book, catalogue, reprint }, clock.now());
      if (!form) return refuse({ code: 'form-unknown' });
      const about = dossiers.map(({ dossier }) => dossier.id);
      return done({ pdf: await printer.officialForm(form), about });
    });
  };

/** In the order of intake, whatever has become of them since. */
const cameInOn = async (
  index: DossierIndex,
  office: string,
  day: VietnamDay,
): Promise<readonly DossierId[]> => {
  const span = { from: at(day, 0), until: at(plusDays(day, 1), 0) };
  const lines = await Promise.all(
    statuses.map((status) => everyListed((page) => index.registered(office, status, span, page))),
  );
  // One that changes its status meanwhile may be listed twice.
  const found = new Map(lines.flat().map((line) => [line.id, line]));
  return [...found.values()]
    .sort((a, b) => a.registeredAt - b.registeredAt || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
};

const opened = async (
  ledger: UnitOfWork,
  actor: Staff,
  dossierIds: readonly DossierId[],
): Promise<readonly StoredDossier[]> => {
  const stored = await Promise.all(
    dossierIds.map(async (dossierId) => {
      const found = await ledger.load(dossierId);
      return found && shownTo(actor, found);
    }),
  );
  return stored.filter((each) => each !== undefined);
};

import type { Deciding } from '#application/deciding.ts';
import type { makeReadDossier } from '#application/read-dossier.ts';
import { isDepartment, type Staff } from '#domain/actor/actor.ts';
import { explain, limitText } from '#domain/deadline/due-date.ts';
import { appointmentOf } from '#domain/dossier/appointment.ts';
import { ruleOfCase } from '#domain/dossier/circumstances-told.ts';
import type { Correction } from '#domain/dossier/correction.ts';
import type { Acceptance, Dossier } from '#domain/dossier/dossier.ts';
import { relationsOf } from '#domain/dossier/relation.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { papersShown } from '#domain/scan/scan.ts';
import type { Instant } from '#domain/time/instant.ts';
import { formatInstant } from '#domain/time/vietnam-time.ts';
import type { Reprint } from '#functions/forms/domain/print-count.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { FormPrinter, ReceiptForm } from '#ports/form-printer.ts';
import type { Seals } from '#ports/seals.ts';
import type { StoredDossier } from '#ports/unit-of-work.ts';
import { countPrint, type PrintAsk } from './count-print.ts';
import { trackingAddress } from './tracking-address.ts';
import {
  appointmentText,
  componentNames,
  officialOn,
  paperNames,
  phoneOnPaper,
  placeAndDate,
  sourceOf,
} from './wording.ts';

export interface PrintReceipt extends PrintAsk {
  readonly dossierId: DossierId;
}

interface Deps extends Deciding {
  readonly read: ReturnType<typeof makeReadDossier>;
  readonly catalogue: Catalogue;
  readonly seals: Seals;
  readonly printer: FormPrinter;
  readonly calendars: Calendars;
  /** The QR opens the tracking page here. */
  readonly publicUrl: string;
}

/** Mẫu 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả: only for what is accepted. */
export const makePrintReceipt =
  (deps: Deps) =>
  async (ask: PrintReceipt): Promise<Outcome<Uint8Array>> => {
    const { actor, dossierId } = ask;
    const found = await deps.read({ actor, dossierId });
    if (!found.ok) return found;
    const { dossier } = found.value;
    const { acceptance } = dossier;
    if (!acceptance) return refuse({ code: 'form-not-available', state: dossier.status });
    const explanation = await explanationOf(deps, dossier);
    return countPrint(deps, ask, { paper: 'receipt', about: [dossierId] }, async (reprint) => {
      const secret = await secretFor(deps, { actor, reprint }, dossier);
      const form = receiptOf(deps, found.value, acceptance, { secret, explanation });
      return done(await deps.printer.receipt({ ...form, reprint }));
    });
  };

/**
 * The secret goes to the citizen, from the counter that took the dossier in, once. Whoever else may read
 * the receipt, and whoever prints it again, gets a copy that opens nothing (ADR 019).
 */
const secretFor = async (
  { seals }: Deps,
  { actor, reprint }: { readonly actor: Staff; readonly reprint: Reprint },
  dossier: Dossier,
): Promise<ReceiptForm['secret']> => {
  if (isDepartment(actor)) return { withheld: 'Bản lưu' };
  const isForCitizen =
    reprint === 0 && actor.role === 'clerk' && relationsOf(actor, dossier).includes('home-office');
  return isForCitizen
    ? { tracking: await seals.trackingSecret(dossier.id) }
    : { withheld: 'Bản sao' };
};

const receiptOf = (
  { catalogue, publicUrl }: Deps,
  { dossier, applicant }: StoredDossier,
  acceptance: Acceptance,
  told: { readonly secret: ReceiptForm['secret']; readonly explanation: readonly string[] },
): Omit<ReceiptForm, 'reprint'> => {
  const { code, version } = dossier.procedure;
  const procedure = catalogue.procedureVersion(code, version);
  const nameOf = componentNames({ dossier, catalogue });
  const timeLimit = procedure && limitText(ruleOfCase(procedure, dossier.circumstances.case));
  const official = officialOn('receipt', acceptance.acceptedAt);
  return {
    source: official ? sourceOf(official) : '',
    ...(timeLimit !== undefined && { timeLimit }),
    placeAndDate: placeAndDate(acceptance.acceptedAt),
    agency: catalogue.agency(dossier.department?.agency ?? '')?.name ?? '',
    office: catalogue.office(dossier.office)?.name ?? dossier.office,
    code: acceptance.code,
    trackingUrl: trackingAddress(
      publicUrl,
      acceptance.code,
      'tracking' in told.secret ? told.secret.tracking : undefined,
    ),
    ...told,
    applicant: { ...applicant, phone: phoneOnPaper(applicant) },
    ...(applicant.owner && { owner: applicant.owner }),
    procedure: { code, name: procedure?.name ?? code },
    components: dossier.components.map(paperNames({ dossier, catalogue })),
    isCorrected: dossier.corrections.some(isInForceSince(acceptance.acceptedAt)),
    acceptedAt: formatInstant(acceptance.acceptedAt),
    printedFor: acceptance.acceptedAt,
    dueAt: appointmentText(dossier),
    fees: dossier.fees,
    scans: papersShown(dossier.scans).map(({ component, pages, sha256 }) => ({
      name: nameOf(component),
      pages,
      sha256,
    })),
  };
};

const isInForceSince =
  (acceptedAt: Instant) =>
  ({ what, state, at }: Correction): boolean =>
    what === 'applicant' && at > acceptedAt && state !== 'asked' && state !== 'declined';

/** "Why this date", of the dossier as it stands: supplements and a changed calendar included. */
const explanationOf = async (
  { catalogue, calendars }: Deps,
  dossier: Dossier,
): Promise<readonly string[]> => {
  const { code, version } = dossier.procedure;
  const procedure = catalogue.procedureVersion(code, version);
  if (!procedure) return [];
  const due = appointmentOf(dossier, procedure, await calendars.current());
  return due.ok ? due.value.explanation.map((step) => explain(step, 'vi')) : [];
};

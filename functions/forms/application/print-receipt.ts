import type { makeReadDossier } from '#application/read-dossier.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { explain, limitText } from '#domain/deadline/due-date.ts';
import { appointmentOf } from '#domain/dossier/appointment.ts';
import type { Acceptance, Dossier } from '#domain/dossier/dossier.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { papersShown } from '#domain/scan/scan.ts';
import { formatInstant } from '#domain/time/vietnam-time.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { FormPrinter, ReceiptForm } from '#ports/form-printer.ts';
import type { Seals } from '#ports/seals.ts';
import type { StoredDossier } from '#ports/unit-of-work.ts';
import { componentNames, officialOn, paperNames, placeAndDate, sourceOf } from './wording.ts';

export interface PrintReceipt {
  readonly actor: Staff;
  readonly dossierId: DossierId;
  /** 0 for the first print; every later one is marked. */
  readonly reprint: number;
}

interface Deps {
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
  async ({ actor, dossierId, reprint }: PrintReceipt): Promise<Outcome<Uint8Array>> => {
    const found = await deps.read({ actor, dossierId });
    if (!found.ok) return found;
    const { dossier } = found.value;
    if (!dossier.acceptance) return refuse({ code: 'form-not-available', status: dossier.status });
    const trackingSecret = await deps.seals.trackingSecret(dossierId);
    const form = receiptOf(deps, found.value, dossier.acceptance, {
      trackingSecret,
      explanation: await explanationOf(deps, dossier),
    });
    return done(await deps.printer.receipt({ ...form, reprint }));
  };

const receiptOf = (
  { catalogue, publicUrl }: Deps,
  { dossier, applicant }: StoredDossier,
  acceptance: Acceptance,
  told: { readonly trackingSecret: string; readonly explanation: readonly string[] },
): Omit<ReceiptForm, 'reprint'> => {
  const { code, version } = dossier.procedure;
  const procedure = catalogue.procedureVersion(code, version);
  const nameOf = componentNames({ dossier, catalogue });
  const timeLimit = procedure && limitText(procedure.timeRule);
  const official = officialOn('receipt', acceptance.acceptedAt);
  return {
    source: official ? sourceOf(official) : '',
    ...(timeLimit !== undefined && { timeLimit }),
    placeAndDate: placeAndDate(acceptance.acceptedAt),
    agency: catalogue.agency(dossier.department?.agency ?? '')?.name ?? '',
    office: catalogue.office(dossier.office)?.name ?? dossier.office,
    code: acceptance.code,
    trackingUrl: `${publicUrl}/tra-cuu/${acceptance.code}`,
    ...told,
    applicant,
    ...(applicant.owner && { owner: applicant.owner }),
    procedure: { code, name: procedure?.name ?? code },
    components: dossier.components.map(paperNames({ dossier, catalogue })),
    acceptedAt: formatInstant(acceptance.acceptedAt),
    printedFor: acceptance.acceptedAt,
    dueAt: acceptance.dueAt === undefined ? undefined : formatInstant(acceptance.dueAt),
    fees: dossier.fees,
    scans: papersShown(dossier.scans).map(({ component, pages, sha256 }) => ({
      name: nameOf(component),
      pages,
      sha256,
    })),
  };
};

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

import type { Deciding } from '#application/deciding.ts';
import type { makeReadDossier } from '#application/read-dossier.ts';
import { sheetsOf } from '#domain/dossier/cover-sheets.ts';
import { paperNumberOf } from '#domain/dossier/paper-number.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { FormPrinter } from '#ports/form-printer.ts';
import type { Seals } from '#ports/seals.ts';
import { countPrint, type PrintAsk } from './count-print.ts';
import { paperNames } from './wording.ts';

export interface PrintCoverSheets extends PrintAsk {
  readonly dossierId: DossierId;
  /** Pages by component, as the clerk counted them. */
  readonly counted: ReadonlyMap<string, number>;
}

interface Deps extends Deciding {
  readonly read: ReturnType<typeof makeReadDossier>;
  readonly catalogue: Catalogue;
  readonly printer: FormPrinter;
  readonly seals: Pick<Seals, 'sha256'>;
}

/** Tờ phân trang: all sheets of one batch in one PDF. The reading is recorded. */
export const makePrintCoverSheets =
  (deps: Deps) =>
  async (ask: PrintCoverSheets): Promise<Outcome<Uint8Array>> => {
    const { read, catalogue, printer } = deps;
    const found = await read(ask);
    if (!found.ok) return found;
    const { dossier } = found.value;
    const sheets = sheetsOf(dossier, ask.counted);
    if (!sheets.ok) return sheets;
    const { code, version } = dossier.procedure;
    const named = paperNames({ dossier, catalogue });
    const number = paperNumberOf(dossier);
    const form = {
      dossierId: dossier.id,
      ...(number !== undefined && { dossierCode: number }),
      office: catalogue.office(dossier.office)?.name ?? dossier.office,
      procedure: catalogue.procedureVersion(code, version)?.name ?? code,
      components: sheets.value.map((sheet) => ({
        ...named(sheet),
        id: sheet.id,
        pages: sheet.pages,
      })),
      printedFor: dossier.registeredAt,
    };
    // Counted otherwise, they are other sheets.
    const batch = deps.seals.sha256(JSON.stringify([...ask.counted]));
    const paper = { paper: 'cover-sheets', about: [dossier.id, batch] };
    return countPrint(deps, ask, paper, async (reprint) =>
      done(await printer.coverSheets({ ...form, reprint })),
    );
  };

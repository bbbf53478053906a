import type { makeReadDossier } from '#application/read-dossier.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { sheetsOf } from '#domain/dossier/cover-sheets.ts';
import { paperNumberOf } from '#domain/dossier/paper-number.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { FormPrinter } from '#ports/form-printer.ts';
import { paperNames } from './wording.ts';

export interface PrintCoverSheets {
  readonly actor: Staff;
  readonly dossierId: DossierId;
  /** Pages by component, as the clerk counted them. */
  readonly counted: ReadonlyMap<string, number>;
  readonly reprint: number;
}

interface Deps {
  readonly read: ReturnType<typeof makeReadDossier>;
  readonly catalogue: Catalogue;
  readonly printer: FormPrinter;
}

/** Tờ phân trang: all sheets of one batch in one PDF. The reading is recorded. */
export const makePrintCoverSheets =
  ({ read, catalogue, printer }: Deps) =>
  async (ask: PrintCoverSheets): Promise<Outcome<Uint8Array>> => {
    const found = await read(ask);
    if (!found.ok) return found;
    const { dossier } = found.value;
    const sheets = sheetsOf(dossier, ask.counted);
    if (!sheets.ok) return sheets;
    const { code, version } = dossier.procedure;
    const named = paperNames({ dossier, catalogue });
    const number = paperNumberOf(dossier);
    return done(
      await printer.coverSheets({
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
        reprint: ask.reprint,
      }),
    );
  };

import type { makeReadDossier } from '#application/read-dossier.ts';
import { visiblePouch } from '#application/visible-pouch.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { paperNumberOf } from '#domain/dossier/paper-number.ts';
import { pouchState } from '#domain/handover/pouch.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Remittance } from '#functions/money/domain/records.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Clock } from '#ports/clock.ts';
import type { FormPrinter } from '#ports/form-printer.ts';
import type { StoredDossier, UnitOfWork } from '#ports/unit-of-work.ts';
import { controlForm, extensionForm, refusalForm, stopForm, supplementForm } from './case-forms.ts';
import { pouchRecordForm } from './pouch-record-form.ts';
import { slipForm } from './slip-form.ts';

/** The forms of a dossier by the name of their file. */
const caseForms = {
  'supplement.pdf': supplementForm,
  'refusal.pdf': refusalForm,
  'extension.pdf': extensionForm,
  'stop.pdf': stopForm,
  'control.pdf': controlForm,
} as const;

export type CaseFormName = keyof typeof caseForms | 'slip.pdf';

export const isCaseForm = (name: string): name is CaseFormName =>
  name === 'slip.pdf' || Object.hasOwn(caseForms, name);

interface Deps {
  readonly read: ReturnType<typeof makeReadDossier>;
  readonly ledger: UnitOfWork;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly printer: FormPrinter;
  readonly publicUrl: string;
  /** A list of money that lies in a pouch, by its number. */
  readonly findRemittance: (number: string) => Promise<Remittance | undefined>;
}

interface Ask {
  readonly actor: Staff;
  readonly reprint: number;
}

/** In biểu mẫu: what the dossier or the pouch has come to, on paper. The reading is recorded. */
export const makePrintForms = (deps: Deps) => ({
  ofDossier: async (
    ask: Ask & { readonly dossierId: DossierId; readonly name: CaseFormName },
  ): Promise<Outcome<Uint8Array>> => {
    const { read, catalogue, publicUrl, clock, printer } = deps;
    const { actor, dossierId, name, reprint } = ask;
    const found = await read({ actor, dossierId });
    if (!found.ok) return found;
    const source = { ...found.value, catalogue, reprint };
    const url = `${publicUrl}/tra-cuu/${paperNumberOf(source.dossier) ?? ''}`;
    const form = name === 'slip.pdf' ? slipForm(source, url) : caseForms[name](source, clock.now());
    return form
      ? done(await printer.officialForm(form))
      : refuse({ code: 'form-not-available', status: source.dossier.status });
  },
  ofPouch: async (ask: Ask & { readonly pouchId: PouchId }): Promise<Outcome<Uint8Array>> => {
    const { ledger, catalogue, printer } = deps;
    const { actor, reprint } = ask;
    const found = await visiblePouch(ledger, actor, ask.pouchId);
    if (!found.ok) return found;
    const pouch = found.value;
    const stored = await Promise.all(pouch.lines.map(({ dossierId }) => ledger.load(dossierId)));
    const dossiers = new Map(
      stored
        .filter((each): each is StoredDossier => each !== undefined)
        .map((each) => [each.dossier.id, each] as const),
    );
    const money = await Promise.all(
      (pouch.remittances ?? []).map((number) => deps.findRemittance(number)),
    );
    const remittances = money.filter((each) => each !== undefined);
    const form = pouchRecordForm({ pouch, dossiers, remittances, catalogue, reprint });
    return form
      ? done(await printer.officialForm(form))
      : refuse({ code: 'form-not-available', status: pouchState(pouch) });
  },
});

import type { makeReadDossier } from '#application/read-dossier.ts';
import { visiblePouch } from '#application/visible-pouch.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
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
import {
  controlForm,
  extensionForm,
  type MakeForm,
  prolongationForm,
  refusalForm,
  stopForm,
  supplementForm,
} from './case-forms.ts';
import { countPrint, type PrintAsk } from './count-print.ts';
import { pouchRecordForm } from './pouch-record-form.ts';
import type { Printed } from './printed.ts';
import { slipForm } from './slip-form.ts';
import { trackingAddress } from './tracking-address.ts';

/** A form of a dossier, and what makes it another paper than the one printed before. */
interface CaseForm {
  readonly form: MakeForm;
  /** Asked once more, extended again; none where there is one for a dossier's whole life. */
  readonly edition?: (dossier: Dossier) => string | number;
}

/** The forms of a dossier by the name of their file. */
const caseForms = {
  'supplement.pdf': { form: supplementForm, edition: ({ supplements }) => supplements.length },
  'refusal.pdf': { form: refusalForm, edition: ({ ending }) => ending?.at ?? '' },
  'extension.pdf': {
    form: extensionForm,
    edition: ({ extension }) => extension?.extendedAt ?? '',
  },
  'prolongation.pdf': {
    form: prolongationForm,
    edition: ({ prolongations = [] }) => prolongations.length,
  },
  'stop.pdf': { form: stopForm, edition: ({ ending }) => ending?.at ?? '' },
  'control.pdf': { form: controlForm },
} satisfies Record<string, CaseForm>;

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

/** In biểu mẫu: what the dossier or the pouch has come to, on paper. */
export const makePrintForms = (deps: Deps) => ({
  ofDossier: async (
    ask: PrintAsk & { readonly dossierId: DossierId; readonly name: CaseFormName },
  ): Promise<Outcome<Uint8Array>> => {
    const { read, catalogue, publicUrl, clock, printer } = deps;
    const { actor, dossierId, name } = ask;
    const found = await read({ actor, dossierId });
    if (!found.ok) return found;
    const { dossier } = found.value;
    const now = clock.now();
    const url = trackingAddress(publicUrl, paperNumberOf(dossier) ?? '');
    const { form, edition }: CaseForm =
      name === 'slip.pdf'
        ? { form: (source) => slipForm(source, url), edition: ({ slip }) => slip?.number ?? '' }
        : caseForms[name];
    const about = [dossierId, edition?.(dossier) ?? ''];
    return countPrint(deps, ask, { paper: name, about }, async (reprint) => {
      const paper = form({ ...found.value, catalogue, reprint }, now);
      return paper
        ? done(await printer.officialForm(paper))
        : refuse({ code: 'form-not-available', state: dossier.status });
    });
  },
  ofPouch: async (ask: PrintAsk & { readonly pouchId: PouchId }): Promise<Outcome<Printed>> => {
    const { ledger, catalogue, printer } = deps;
    const found = await visiblePouch(ledger, ask.actor, ask.pouchId);
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
    return countPrint(deps, ask, { paper: 'pouch-record', about: [pouch.id] }, async (reprint) => {
      const form = pouchRecordForm({ pouch, dossiers, remittances, catalogue, reprint });
      return form
        ? done({ pdf: await printer.officialForm(form), about: [...dossiers.keys()] })
        : refuse({ code: 'form-not-available', state: pouchState(pouch) });
    });
  },
});

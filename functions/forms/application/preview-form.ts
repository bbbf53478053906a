import { shownTo } from '#application/authority.ts';
import { rehearse } from '#application/rehearse.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { ExtensionAsked } from '#domain/dossier/steps/extend.ts';
import type { ProlongationAsked } from '#domain/dossier/steps/prolong.ts';
import type { SupplementAsked } from '#domain/dossier/steps/supplement.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { unprinted } from '#functions/forms/domain/print-count.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Clock } from '#ports/clock.ts';
import type { FormPrinter } from '#ports/form-printer.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';
import {
  extensionForm,
  type MakeForm,
  prolongationForm,
  refusalForm,
  stopForm,
  supplementForm,
} from './case-forms.ts';

/** What is typed into each act that leaves a paper. */
interface Typed {
  readonly supplement: { readonly leaseNo: number; readonly asked: SupplementAsked };
  readonly extension: { readonly leaseNo: number; readonly asked: ExtensionAsked };
  readonly prolongation: { readonly leaseNo: number; readonly asked: ProlongationAsked };
  readonly stop: { readonly leaseNo: number; readonly reason: string };
  readonly refusal: { readonly reason: string };
}
type Form = keyof Typed;

/** An act as it would be asked for, by the paper that it leaves. */
export type PreviewedAct = { [F in Form]: { readonly form: F } & Typed[F] }[Form];

interface About {
  readonly actor: Staff;
  readonly dossierId: DossierId;
  readonly idempotency: undefined;
}

type ActOf<F extends Form> = (request: About & Typed[F]) => Promise<Outcome<unknown>>;

/** The department's own use cases over a ledger; put together where both services are known. */
type ActsOver = (ledger: UnitOfWork) => {
  readonly supplement: ActOf<'supplement'>;
  readonly extend: ActOf<'extension'>;
  readonly prolong: ActOf<'prolongation'>;
  readonly stop: ActOf<'stop'>;
  readonly refuseReception: ActOf<'refusal'>;
};

interface Deps {
  readonly ledger: UnitOfWork;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly printer: FormPrinter;
  readonly actsOver: ActsOver;
}

const forms: Readonly<Record<Form, MakeForm>> = {
  supplement: supplementForm,
  extension: extensionForm,
  prolongation: prolongationForm,
  stop: stopForm,
  refusal: refusalForm,
};

/**
 * Xem trước: the paper that an act would leave, by the form's own code from the dossier as the act would leave
 * it. Nothing is written or counted, and it says of itself that it is none. What the act would be refused for
 * is refused here.
 */
export const makePreviewForm =
  (deps: Deps) =>
  async (
    { actor, dossierId }: Pick<About, 'actor' | 'dossierId'>,
    act: PreviewedAct,
  ): Promise<Outcome<Uint8Array>> => {
    const { ledger, catalogue, clock, printer, actsOver } = deps;
    const rehearsal = rehearse(ledger);
    const about = { actor, dossierId, idempotency: undefined };
    const acted = await rehearsed(actsOver(rehearsal.ledger), about, act);
    if (!acted.ok) return acted;
    const before = await ledger.load(dossierId);
    const after = before && rehearsal.after(before);
    if (!after) return refuse({ code: 'dossier-unknown' });
    const source = { ...shownTo(actor, after), catalogue, reprint: unprinted };
    const form = forms[act.form](source, clock.now());
    return form
      ? done(await printer.officialForm({ ...form, isDraft: true }))
      : refuse({ code: 'form-not-available', state: after.dossier.status });
  };

const rehearsed = (on: ReturnType<ActsOver>, about: About, act: PreviewedAct) => {
  switch (act.form) {
    case 'supplement':
      return on.supplement({ ...about, ...act });
    case 'extension':
      return on.extend({ ...about, ...act });
    case 'prolongation':
      return on.prolong({ ...about, ...act });
    case 'stop':
      return on.stop({ ...about, ...act });
    case 'refusal':
      return on.refuseReception({ ...about, ...act });
  }
};

import { loadVisible } from '#application/authority.ts';
import { type Deciding, decideOn, type Idempotency } from '#application/deciding.ts';
import { comingAs, entitledTo, handingTo } from '#application/entitled.ts';
import { procedureOf } from '#application/procedure-of.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Paper } from '#domain/custody/paper.ts';
import type { Act } from '#domain/dossier/acts.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { oldPapersDue } from '#domain/dossier/old-papers.ts';
import {
  giveBackPapers,
  owed,
  recoverPapers,
  stillOwed,
  takeBackPapers,
} from '#domain/dossier/steps/handover.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import { takeOldPapers } from '#domain/dossier/steps/take-old-papers.ts';
import type { Pouch } from '#domain/handover/pouch.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import type { Receiver } from '#domain/shipment/pick-up.ts';
import type { Shown } from '#domain/shipment/receiver.ts';
import type { TakeBackLine } from '#domain/shipment/take-back.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import { pouchKind } from '#ports/kernel-records.ts';
import type { OldPapersLine } from '#ports/old-papers-line.ts';
import type { DossierIndex, DossierWrite, Page, PageAsk } from '#ports/unit-of-work.ts';

export interface PapersWork {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly dossierId: DossierId;
}

interface Deps extends Deciding {
  readonly catalogue: Catalogue;
}

/** What happens to papers outside a pouch, at the dossier's own counter. */
export const makeMovePapers = (deps: Deps) => {
  const move = (act: Act, request: PapersWork, step: (dossier: Dossier) => Decision) =>
    decideOn(deps, act, request, ({ dossier }) => step(dossier), moved);
  return {
    recover: (
      request: PapersWork & {
        readonly papers: readonly Paper[];
        readonly how: 'found' | 'replaced';
      },
    ) =>
      move('recover-papers', request, (dossier) =>
        recoverPapers(dossier, request.papers, request.how),
      ),
    takeBack: (request: PapersWork) => move('take-back-papers', request, takeBackPapers),
    takeOld: (request: PapersWork & { readonly takeBack: readonly TakeBackLine[] }) =>
      move('take-old-papers', request, (dossier) => takeOldPapers(dossier, request.takeBack)),
    giveBack: (request: GiveBack) => giveBack(deps, request),
  };
};

interface GiveBack extends PapersWork {
  readonly receiver: Receiver;
  readonly shown: Shown;
  readonly signatureSha256: string;
}

/** Trả lại bản gốc, to nobody but who may have it. */
const giveBack = (deps: Deps, request: GiveBack) =>
  decideOn(
    deps,
    'give-back-papers',
    request,
    async (stored) => {
      const entitled = comingAs(await entitledTo(deps.ledger, stored), request.receiver);
      const to = handingTo(entitled, request.shown);
      if (!to.ok) return to;
      const procedure = procedureOf(deps.catalogue, stored.dossier);
      return procedure.ok
        ? giveBackPapers(stored.dossier, procedure.value, request.signatureSha256)
        : procedure;
    },
    moved,
  );

const moved = ({ change: { after } }: DossierWrite) => ({
  dossierId: after.id,
  version: after.version,
});

export interface Whereabouts {
  readonly dossier: Dossier;
  /** Under way, the pouch answers for what its dossier's holder has packed. */
  readonly pouch?: Pouch;
  /** What the citizen gets back, and of that what is not back yet. */
  readonly owed: readonly Paper[];
  readonly stillOwed: readonly Paper[];
  /** Thu hồi giấy tờ: what the citizen still has of what the result replaces. */
  readonly oldPapersDue: readonly Paper[];
}

/** Old papers that are not back at the agency: of the reader's post office or agency, the oldest first. */
export const makeListOldPapers =
  ({ index }: { readonly index: DossierIndex }) =>
  ({ office, agency }: Staff, ask: PageAsk): Promise<Page<OldPapersLine>> =>
    index.oldPapersOf(
      { ...(office !== undefined && { office }), ...(agency !== undefined && { agency }) },
      ask,
    );

/** "Where is my paper?", in one call. */
export const makeFindPapers =
  ({ ledger, catalogue }: Pick<Deps, 'ledger' | 'catalogue'>) =>
  async (actor: Staff, dossierId: DossierId): Promise<Outcome<Whereabouts>> => {
    const found = await loadVisible(ledger, actor, dossierId);
    if (!found.ok) return found;
    const { dossier } = found.value;
    const procedure = procedureOf(catalogue, dossier);
    if (!procedure.ok) return procedure;
    const pouch = dossier.pouch && (await ledger.record(pouchKind, dossier.pouch));
    return done({
      dossier,
      ...(pouch && { pouch }),
      owed: owed(dossier, procedure.value),
      stillOwed: stillOwed(dossier, procedure.value),
      oldPapersDue: oldPapersDue(dossier, procedure.value),
    });
  };

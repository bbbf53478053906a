import type { Procedure } from '#domain/catalogue/procedure.ts';
import { refuse } from '#domain/refusal.ts';
import { refusedHandOver } from '#domain/shipment/take-back.ts';
import type { Dossier } from '../dossier.ts';
import { handing } from '../handing.ts';
import { stillOwed } from './handover.ts';
import {
  type AtCounter,
  allocateFrom,
  atCounter,
  type Dispatch,
  dispatchResult,
  goingAlong,
  type HandOver,
  isUnderWay,
  pickUpResult,
} from './return-result.ts';
import { type Decision, forbidden } from './step.ts';

/** What the citizen gets by courier: a result with what belongs to it, or the papers of an ended dossier. */
export const dispatchParcel = (
  dossier: Dossier,
  procedure: Procedure,
  dispatch: Dispatch,
): Decision =>
  forbidden('give-back-papers', dossier.status)
    ? dispatchResult(dossier, procedure, dispatch)
    : dispatchPapers(dossier, procedure, dispatch);

/**
 * Trả lại giấy tờ: originals are property also where there is no result (QĐ 45/2016 art. 8; domain §10.9).
 * The case stays as it is: a stopped dossier may go on, and what left comes back like any supplement.
 */
const dispatchPapers = (dossier: Dossier, procedure: Procedure, dispatch: Dispatch): Decision => {
  if (isUnderWay(dossier))
    return refuse({ code: 'step-not-allowed', state: 'dispatched', step: 'dispatch' });
  const unfit = unfitForGivingBack(dossier, procedure);
  if (unfit) return unfit;
  const papers = goingAlong(dossier, procedure);
  const [sender] = papers;
  if (!sender) return refuse({ code: 'papers-elsewhere' });
  // Whoever had the papers seals the parcel.
  return handing(dossier, [
    { type: 'papers-dispatched', ...dispatch, papers, backTo: sender.from },
  ]);
};

const unfitForGivingBack = (dossier: Dossier, procedure: Procedure) => {
  if (dossier.pouch) return refuse({ code: 'papers-packed', pouch: dossier.pouch });
  return stillOwed(dossier, procedure).length > 0 ? undefined : refuse({ code: 'nothing-owed' });
};

/** At the counter the citizen takes what the parcel would have brought. */
export const pickUpParcel = (
  dossier: Dossier,
  procedure: Procedure,
  handOver: HandOver,
  at: AtCounter,
): Decision =>
  forbidden('give-back-papers', dossier.status)
    ? pickUpResult(dossier, procedure, handOver, at)
    : pickUpPapers(dossier, procedure, handOver, at);

/**
 * From the office's shelf, and out of the parcel that waits there. What lies at the agency comes to the
 * office in a pouch first.
 */
const pickUpPapers = (
  dossier: Dossier,
  procedure: Procedure,
  handOver: HandOver,
  { isAtCounter, takeBack }: AtCounter,
): Decision => {
  // There is no result that could replace any.
  const unfit = unfitForGivingBack(dossier, procedure) ?? refusedHandOver([], takeBack, false);
  if (unfit) return unfit;
  const isOut = (isUnderWay(dossier) && !isAtCounter) || dossier.delivery?.awaited;
  if (isOut) return refuse({ code: 'result-under-way' });
  const papers = allocateFrom(dossier, atCounter(dossier), stillOwed(dossier, procedure));
  return papers.length > 0
    ? handing(dossier, [{ type: 'papers-picked-up', ...handOver, papers }])
    : refuse({ code: 'papers-elsewhere' });
};

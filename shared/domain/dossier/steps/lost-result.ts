import { heldBy, shared } from '#domain/custody/holding.ts';
import { type Paper, resultPaper } from '#domain/custody/paper.ts';
import type { Party } from '#domain/handover/pouch.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { refuse } from '#domain/refusal.ts';
import type { Dossier } from '../dossier.ts';
import { handing } from '../handing.ts';
import { type Decision, forbidden } from './step.ts';

const isResult = ({ id }: Paper): boolean => id === resultPaper.id;

/** In which parcel, or in which pouch, the result was lost; undefined where it is not. */
const lossOf = (
  dossier: Dossier,
): { readonly shipment: ShipmentId } | { readonly pouch: PouchId } | undefined => {
  const { custody, earlierDeliveries = [] } = dossier;
  const [id] = custody.flatMap((paper) =>
    isResult(paper) && paper.holder.kind === 'missing' ? [paper.holder.id] : [],
  );
  if (id === undefined) return undefined;
  return earlierDeliveries.some(({ shipment }) => shipment === id)
    ? { shipment: id as ShipmentId }
    : { pouch: id as PouchId };
};

/** What a pouch's count had missing is found by two: nobody says so alone. */
export const isFoundByTwo = (dossier: Dossier, papers: readonly Paper[]): boolean => {
  const loss = lossOf(dossier);
  return papers.some(isResult) && loss !== undefined && 'pouch' in loss;
};

export interface FoundResult {
  readonly pouch: PouchId;
  /** Where it is in hand. */
  readonly at: Party;
  /** Who found it; whoever writes this is the second who has seen it. */
  readonly giver: string;
}

/** Tìm thấy kết quả that was lost in this pouch. */
export const recoverResult = (dossier: Dossier, { pouch, at, giver }: FoundResult): Decision => {
  const papers = shared(heldBy(dossier.custody, { kind: 'missing', id: pouch }), [resultPaper]);
  return papers.length > 0
    ? handing(dossier, [{ type: 'papers-recovered', papers, how: 'found', at, giver }])
    : refuse({ code: 'nothing-lost' });
};

/** Cấp lại kết quả: the agency makes anew what was lost on the way, in a parcel or in a pouch. */
export const reissueResult = (dossier: Dossier, agency: string): Decision => {
  const refused = forbidden('reissue-result', dossier.status);
  if (refused) return refused;
  const lost = lossOf(dossier);
  return lost
    ? handing(dossier, [{ type: 'result-reissued', agency, ...lost }])
    : refuse({ code: 'nothing-lost' });
};

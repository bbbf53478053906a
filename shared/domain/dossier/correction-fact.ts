import type { Paper } from '#domain/custody/paper.ts';
import type { Party } from '#domain/handover/pouch.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { AuthorisationId, CorrectionId } from '#domain/identifiers/record-ids.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import type { TakenOutWhy } from '#domain/scan/scan.ts';
import type { LossKnownBy, VoidedWhy } from '#domain/shipment/ended-parcel.ts';
import type { CorrectedField, CorrectionAnswer } from './correction.ts';

/** Both values and the reason are personal data: they lie beside the dossier, and this is their hash. */
interface Recorded {
  readonly correction: CorrectionId;
  readonly recordSha256: string;
}

/** What puts right what was added before (đính chính): nothing is ever taken out of the history. */
export type CorrectionFact =
  | ({
      readonly type: 'applicant-corrected';
      readonly fields: readonly CorrectedField[];
      readonly state: 'in-force' | 'to-acknowledge';
    } & Recorded)
  | ({
      readonly type: 'correction-asked';
      readonly fields: readonly CorrectedField[];
    } & Recorded)
  | ({
      readonly type: 'correction-answered';
      readonly answer: CorrectionAnswer;
      readonly agency: string;
    } & Recorded)
  | ({
      readonly type: 'scan-taken-out';
      readonly scanId: ScanId;
      readonly why: TakenOutWhy;
      readonly state: 'in-force' | 'to-acknowledge';
      /** Of what is left, where the dossier was accepted with it. */
      readonly manifestHash?: string;
    } & Recorded)
  | ({
      readonly type: 'components-corrected';
      readonly components: readonly Paper[];
    } & Recorded)
  | {
      readonly type: 'authorisation-revoked';
      readonly authorisation: AuthorisationId;
    }
  | {
      /** The label is dead and its number used up; what was meant to go lies where it lay. */
      readonly type: 'parcel-voided';
      readonly shipment: ShipmentId;
      readonly why: VoidedWhy;
      readonly back: readonly { readonly to: Party; readonly papers: readonly Paper[] }[];
    }
  | {
      readonly type: 'parcel-lost';
      readonly shipment: ShipmentId;
      readonly waybill: string;
      readonly knownBy: LossKnownBy;
      readonly papers: readonly Paper[];
    }
  | {
      readonly type: 'result-reissued';
      readonly agency: string;
      /** In which parcel it was lost, or else in which pouch. */
      readonly shipment?: ShipmentId;
      readonly pouch?: PouchId;
    };

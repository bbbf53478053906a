import type { RetentionClass } from '#domain/catalogue/procedure.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

/** How long a dossier is kept, and what came of it then. */
export type RetentionFact =
  | {
      /** Lệnh giữ hồ sơ: nothing of it is erased, whatever its class says. */
      readonly type: 'hold-laid';
      readonly reason: string;
      readonly laidBy: string;
    }
  | { readonly type: 'hold-lifted'; readonly reason: string; readonly liftedBy: string }
  | {
      /** Hết thời hạn lưu trữ: the persons beside it are gone; texts and files follow. */
      readonly type: 'retention-ended';
      readonly retentionClass: RetentionClass;
      /** The last day on which it had to be kept. */
      readonly keptUntil: VietnamDay;
    }
  | {
      /** Scans, results and the pictures of their pages are gone; the chain has their hashes. */
      readonly type: 'files-erased';
      readonly files: number;
    };

import type { ReadingRules } from '#domain/access/bulk-reading.ts';
import type { WorkingCalendar } from '#domain/deadline/working-calendar.ts';
import type { WatchRules } from '#domain/limits/thresholds.ts';
import type { OfflineRules } from '#domain/offline/rules.ts';
import type { SmsTemplateText } from '#domain/sms/template.ts';
import type { Agency } from './agency.ts';
import type { CodeTemplate } from './code-template.ts';
import type { Effective } from './effective.ts';
import type { Elsewhere } from './elsewhere.ts';
import type { Place } from './place.ts';
import type { PostOffice } from './post-office.ts';
import type { PostagePrice } from './postage.ts';
import type { Procedure } from './procedure.ts';
import type { QueueRules } from './queue-rules.ts';
import type { SatisfactionRules } from './satisfaction-rules.ts';

/** Numbers that a carrier gave the post to use. */
export interface WaybillRange {
  readonly carrier: string;
  readonly use: 'parcels' | 'slips';
  readonly serviceIndicator: string;
  readonly firstSerial: number;
  readonly lastSerial: number;
  /** By how much this carrier's clock may be off from ours; absent in catalogues published before it was kept. */
  readonly clockToleranceMinutes?: number;
  /** After so many working days without news a parcel may be declared lost. */
  readonly lostAfterWorkingDays?: number;
  readonly note: string;
}

/** What a gateway takes for one segment. */
export interface SmsPrice {
  readonly channel: string;
  readonly effective: Effective;
  readonly dongPerSegment: number;
  readonly isPlaceholder: boolean;
  readonly note: string;
}

/** Everything that a province lays down: what it publishes, as one. */
export interface Province {
  readonly agencies: readonly Agency[];
  readonly postOffices: readonly PostOffice[];
  readonly procedures: readonly Procedure[];
  readonly calendars: readonly WorkingCalendar[];
  readonly codeTemplates: readonly CodeTemplate[];
  readonly smsTemplates: readonly SmsTemplateText[];
  readonly smsPrices: readonly SmsPrice[];
  readonly waybillPools: readonly WaybillRange[];
  readonly prices: readonly PostagePrice[];
  /** When people are warned of limits. */
  readonly watchRules: readonly WatchRules[];
  /** How much one person may read before somebody asks why. */
  readonly readingRules: readonly ReadingRules[];
  readonly offlineRules: readonly OfflineRules[];
  readonly satisfactionRules: readonly SatisfactionRules[];
  readonly queueRules: readonly QueueRules[];
  /** Where `commune` procedures go. Who settles any other is the procedure's `owner`. */
  readonly places: readonly Place[];
  /** What people ask for that is settled by others. */
  readonly elsewhere: readonly Elsewhere[];
}

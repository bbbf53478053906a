import type { ReadingRules } from '#domain/access/bulk-reading.ts';
import type { Agency } from '#domain/catalogue/agency.ts';
import type { CodeTemplate } from '#domain/catalogue/code-template.ts';
import type { Elsewhere } from '#domain/catalogue/elsewhere.ts';
import type { Place } from '#domain/catalogue/place.ts';
import type { PostOffice } from '#domain/catalogue/post-office.ts';
import type { PostagePrice } from '#domain/catalogue/postage.ts';
import type { Province, SmsPrice, WaybillRange } from '#domain/catalogue/province.ts';
import type { QueueRules } from '#domain/catalogue/queue-rules.ts';
import type { SatisfactionRules } from '#domain/catalogue/satisfaction-rules.ts';
import type { WatchRules } from '#domain/limits/thresholds.ts';
import type { OfflineRules } from '#domain/offline/rules.ts';
import type { SmsTemplateText } from '#domain/sms/template.ts';
import agencyEntries from './agencies.json' with { type: 'json' };
import { calendars } from './calendars.ts';
import codeTemplateEntries from './code-templates.json' with { type: 'json' };
import elsewhereEntries from './elsewhere.json' with { type: 'json' };
import offlineRuleEntries from './offline-intake.json' with { type: 'json' };
import postOfficeEntries from './post-offices.json' with { type: 'json' };
import priceEntries from './prices.json' with { type: 'json' };
import { procedures } from './procedures.ts';
import queueRuleEntries from './queueing.json' with { type: 'json' };
import readingRuleEntries from './reading-limits.json' with { type: 'json' };
import routingRuleEntries from './routing-rules.json' with { type: 'json' };
import satisfactionEntries from './satisfaction.json' with { type: 'json' };
import smsPriceEntries from './sms-prices.json' with { type: 'json' };
import smsTemplateEntries from './sms-templates.json' with { type: 'json' };
import watchRuleEntries from './watch-limits.json' with { type: 'json' };
import waybillPoolEntries from './waybill-pools.json' with { type: 'json' };

// Cast, not parsed: `validate.ts` proves every entry in the tests, at synth and before a publication.
export const agencies = agencyEntries as unknown as readonly Agency[];
export const postOffices = postOfficeEntries as unknown as readonly PostOffice[];
export const codeTemplates = codeTemplateEntries as unknown as readonly CodeTemplate[];
export const smsTemplates = smsTemplateEntries as unknown as readonly SmsTemplateText[];
export const smsPrices = smsPriceEntries as unknown as readonly SmsPrice[];
export const waybillPools = waybillPoolEntries as unknown as readonly WaybillRange[];
export const prices = priceEntries as unknown as readonly PostagePrice[];
export const watchRules = watchRuleEntries as unknown as readonly WatchRules[];
export const readingRules = readingRuleEntries as unknown as readonly ReadingRules[];
export const offlineRules = offlineRuleEntries as unknown as readonly OfflineRules[];
export const satisfactionRules = satisfactionEntries as unknown as readonly SatisfactionRules[];
export const queueRules = queueRuleEntries as unknown as readonly QueueRules[];
export const elsewhere = elsewhereEntries as unknown as readonly Elsewhere[];
export const places = routingRuleEntries as unknown as readonly Place[];

/** What the province lays down, as files. */
export const province: Province = {
  agencies,
  postOffices,
  procedures,
  calendars,
  codeTemplates,
  smsTemplates,
  smsPrices,
  waybillPools,
  prices,
  watchRules,
  readingRules,
  offlineRules,
  satisfactionRules,
  queueRules,
  places,
  elsewhere,
};

import type { Agency } from '#domain/catalogue/agency.ts';
import type { Effective } from '#domain/catalogue/effective.ts';
import type { PostOffice } from '#domain/catalogue/post-office.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import type { WorkingCalendar } from '#domain/deadline/working-calendar.ts';
import type { SmsTemplateText } from '#domain/notification/template.ts';
import agencies from './agencies.json' with { type: 'json' };
import calendar2025 from './calendars/2025.json' with { type: 'json' };
import calendar2026 from './calendars/2026.json' with { type: 'json' };
import calendar2027 from './calendars/2027.json' with { type: 'json' };
import codeTemplates from './code-templates.json' with { type: 'json' };
import postOffices from './post-offices.json' with { type: 'json' };
import civilStatus from './procedures/civil-status.json' with { type: 'json' };
import enterprise from './procedures/enterprise.json' with { type: 'json' };
import justice from './procedures/justice.json' with { type: 'json' };
import land from './procedures/land.json' with { type: 'json' };
import otherFields from './procedures/other-fields.json' with { type: 'json' };
import smsTemplates from './sms-templates.json' with { type: 'json' };
import waybillPools from './waybill-pools.json' with { type: 'json' };

/** Mẫu mã hồ sơ, by effective date. */
export interface CodeTemplate {
  readonly effective: Effective;
  readonly template: string;
  readonly source: string;
}

/** Numbers that a carrier gave the post to use. */
export interface WaybillRange {
  readonly carrier: string;
  readonly serviceIndicator: string;
  readonly firstSerial: number;
  readonly lastSerial: number;
  readonly note: string;
}

export interface Province {
  readonly agencies: readonly Agency[];
  readonly postOffices: readonly PostOffice[];
  readonly procedures: readonly Procedure[];
  readonly calendars: readonly WorkingCalendar[];
  readonly codeTemplates: readonly CodeTemplate[];
  readonly smsTemplates: readonly SmsTemplateText[];
  readonly waybillPools: readonly WaybillRange[];
}

/**
 * What the province lays down, as files. Cast, not parsed: a Lambda has no time for it at start, and
 * `validate.ts` proves every entry in the tests and at synth.
 */
export const province = {
  agencies,
  postOffices,
  procedures: [...land, ...civilStatus, ...justice, ...enterprise, ...otherFields],
  calendars: [calendar2025, calendar2026, calendar2027],
  codeTemplates,
  smsTemplates,
  waybillPools,
} as unknown as Province;

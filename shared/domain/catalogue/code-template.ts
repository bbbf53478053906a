import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import type { AgencyLevel } from './agency.ts';
import { type Effective, inForce } from './effective.ts';

/** Mẫu mã hồ sơ, by level of the agency and effective date. */
export interface CodeTemplate {
  readonly levels: readonly AgencyLevel[];
  readonly effective: Effective;
  readonly template: string;
  readonly source: string;
}

/** The template that an agency of this level numbers its dossiers by on that day. */
export const codeTemplateOn = (
  templates: readonly CodeTemplate[],
  level: AgencyLevel,
  day: VietnamDay,
): string | undefined =>
  templates.find((entry) => entry.levels.includes(level) && inForce(entry, day))?.template;

import type { Segments } from '#domain/sms/segments.ts';
import { type SmsTemplateText, worstCase } from '#domain/sms/template.ts';

/** Whole đồng. Carriers bill by the segment, whatever it holds. */
export type Dong = number;

const costOf = ({ segments }: Segments, dongPerSegment: Dong): Dong => segments * dongPerSegment;

/** What a template costs at its longest: the figure that a budget is made of. */
export const worstCost = (template: SmsTemplateText, dongPerSegment: Dong): Dong =>
  costOf(worstCase(template), dongPerSegment);

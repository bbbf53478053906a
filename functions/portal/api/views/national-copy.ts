import * as z from 'zod';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import type {
  DriftCursor,
  DriftLine,
  DriftReport,
} from '#functions/portal/application/read-drift.ts';
import type { NationalSync } from '#functions/portal/domain/sync.ts';
import type { Page } from '#ports/unit-of-work.ts';

export const NationalSyncView = z.object({
  dossierId: shape.ulid,
  code: z.string(),
  agency: z.string(),
  state: z.enum(['pending', 'pushed', 'rejected']),
  since: shape.isoTime,
  wantedVersion: z.int(),
  pushedVersion: z.int().optional(),
  pushedAt: shape.isoTime.optional(),
  /** In vain, since the last success. */
  tries: z.int(),
  nextTryAt: shape.isoTime.optional(),
  /** What the portal has said. */
  why: z.string().optional(),
});

export const nationalSyncView = (sync: NationalSync): z.output<typeof NationalSyncView> => ({
  dossierId: sync.id,
  code: sync.code,
  agency: sync.agency,
  state: sync.state,
  since: isoVietnam(sync.since),
  wantedVersion: sync.wanted,
  ...(sync.pushed && {
    pushedVersion: sync.pushed.version,
    pushedAt: isoVietnam(sync.pushed.at),
  }),
  tries: sync.tries,
  ...(sync.state === 'pending' && { nextTryAt: isoVietnam(sync.nextTryAt) }),
  ...(sync.rejection && { why: sync.rejection.why }),
});

export const NationalSyncPage = z.object({
  items: z.array(NationalSyncView),
  next: z.string().optional(),
});

export const nationalSyncPage = ({
  items,
  next,
}: Page<NationalSync>): z.output<typeof NationalSyncPage> => ({
  items: items.map(nationalSyncView),
  ...(next !== undefined && { next }),
});

const DriftLineView = z.object({
  kind: z.enum(['missing-there', 'older-there', 'differs', 'unknown-here']),
  code: z.string(),
  /** Whose code it is. */
  agency: z.string(),
  dossierId: shape.ulid.optional(),
  /** Our version that the portal still shows. */
  asOfVersion: z.int().optional(),
  /** Names and phones are said to differ, never how. */
  differences: z.array(
    z.object({ field: z.string(), ours: z.string().optional(), there: z.string().optional() }),
  ),
  /** What we know of the pushing; absent where none was ever wanted. */
  sync: NationalSyncView.optional(),
});

export const DriftReportView = z.object({
  checked: z.int(),
  items: z.array(DriftLineView),
  next: z.string().optional(),
});

const cursorShape = /^([a-z0-9-]{1,60})~(\d{1,7})$/;

/** `ct-nnmt~51` */
export const driftCursor = z
  .string()
  .max(70)
  .regex(cursorShape)
  .transform((text): DriftCursor => {
    const [agency = '', number = ''] = text.split('~');
    return { agency, number: Number(number) };
  })
  .optional();

export const driftReportView = ({
  checked,
  lines,
  next,
}: DriftReport): z.output<typeof DriftReportView> => ({
  checked,
  items: lines.map(lineView),
  ...(next && { next: `${next.agency}~${next.number}` }),
});

const lineView = (line: DriftLine): z.output<typeof DriftLineView> => ({
  kind: line.kind,
  code: line.code,
  agency: line.agency,
  ...(line.kind !== 'unknown-here' && {
    dossierId: line.dossierId,
    ...(line.sync && { sync: nationalSyncView(line.sync) }),
  }),
  ...(line.kind === 'older-there' && { asOfVersion: line.asOf }),
  differences: 'differences' in line ? line.differences.map((each) => ({ ...each })) : [],
});

import * as z from 'zod';
import { upcast } from '#domain/history/upcast.ts';
import type { KeptRecord, RecordKind } from '#ports/records.ts';

const kept = z.looseObject({ id: z.string(), version: z.int().min(1) });

/**
 * A record in today's form. Throws on a version that its kind does not know, and on what is no record.
 * What else it holds is the word of the service that wrote it: kinds have no shapes of their own yet.
 */
export const readRecord = <T extends KeptRecord>(
  { name, steps = [] }: RecordKind<T>,
  version: unknown,
  stored: unknown,
): T => upcast(`record ${name}`, steps, { version, stored: kept.parse(stored) }) as unknown as T;

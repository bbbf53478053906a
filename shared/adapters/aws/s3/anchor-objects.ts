import * as z from 'zod';
import type { Anchor } from '#domain/anchor/anchor.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

/** How anchors lie in the evidence bucket. */
const Stored = z.object({
  day: z.string().transform((day) => day as VietnamDay),
  count: z.int(),
  root: z.string(),
  previous: z.string(),
  hash: z.string(),
});

export const anchorIn = (text: string): Anchor => Stored.parse(JSON.parse(text));

/** What days are anchored of: events in the folder itself, readings of personal data below it. */
export type Anchored = 'events' | 'readings';

export const folderOf = (of: Anchored): string =>
  of === 'events' ? 'anchors/' : 'anchors/readings/';
export const anchorKey = (day: string, of: Anchored = 'events'): string =>
  `${folderOf(of)}${day}.json`;
export const leavesKey = (day: string, of: Anchored = 'events'): string =>
  `${folderOf(of)}${day}.leaves`;

export const hashesIn = (text: string): readonly string[] => text.split('\n').filter(Boolean);

import { beforeAll, describe, expect, it } from 'vitest';
import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import {
  type Figures,
  measured,
  measureFindings,
  precisionOf,
  recallOf,
} from '#test/support/scan-corpus/measure-findings.ts';
import { engines } from './engines.ts';

/** A false alarm costs a clerk a look, a miss costs a citizen a second trip. */
const agreed = {
  'blank-page': { precision: 1, recall: 1 },
  'blurred-page': { precision: 1, recall: 1 },
  'low-resolution': { precision: 1, recall: 1 },
  'upside-down-page': { precision: 1, recall: 0.75 },
  'damaged-page': { precision: 1, recall: 1 },
  'duplicate-page': { precision: 1, recall: 0.66 },
} as const;

describe('what is said of print, forms, tables, pencil and nearly empty pages, as crooked as they come', () => {
  let figures: Figures;
  beforeAll(async () => {
    figures = await measureFindings(makeScanInspector(engines), { seed: 7, rounds: 1 });
  }, 300_000);

  it.each(measured)('%s is right as often as agreed, and told as often', (finding) => {
    const tally = figures[finding];
    expect(precisionOf(tally), tally.wrong.join('\n')).toBeGreaterThanOrEqual(
      agreed[finding].precision,
    );
    expect(recallOf(tally), tally.wrong.join('\n')).toBeGreaterThanOrEqual(agreed[finding].recall);
  });
});

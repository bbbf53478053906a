import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a plain script without types
import { flow } from '../../tools/flow.mjs';

describe('docs/flow.md', () => {
  it('is what the event catalogue says', () => {
    expect(readFileSync('docs/flow.md', 'utf8')).toBe(flow());
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { flow } from '../../tools/flow.mjs';

describe('docs/flow.md', () => {
  it('is what the event catalogue says', () => {
    expect(readFileSync('docs/flow.md', 'utf8')).toBe(flow());
  });
});

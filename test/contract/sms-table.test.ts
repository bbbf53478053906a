import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { smsTable } from '../../tools/sms-table.mjs';

describe('docs/sms.md', () => {
  it('is what the templates and prices say', () => {
    expect(readFileSync('docs/sms.md', 'utf8')).toBe(smsTable());
  });
});

import { describe, expect, it } from 'vitest';
import { readRemark, readRemarks, scanCodes } from '#domain/scan/findings.ts';
import { remarkWords } from '#domain/scan/remark-words.ts';

describe('what is said of a scan', () => {
  it.each(scanCodes)('has a sentence in two languages, and what to do: %s', (code) => {
    for (const sentence of Object.values(remarkWords[code])) expect(sentence).toMatch(/^\S.+\.$/su);
    const { vi, en, doVi, doEn } = remarkWords[code];
    expect(new Set([vi, en, doVi, doEn]).size).toBe(4);
  });

  it.each([
    ['duplicate-file', { code: 'duplicate-file' }],
    ['blank-page:3', { code: 'blank-page', page: 3 }],
    ['similar-page:5:2', { code: 'similar-page', page: 5, about: '2' }],
    ['component-absent:ban-ve', { code: 'component-absent', about: 'ban-ve' }],
    ['page-count-mismatch:2/1', { code: 'page-count-mismatch', about: '2/1' }],
    ['sheet-count-mismatch:1:2/4', { code: 'sheet-count-mismatch', page: 1, about: '2/4' }],
  ])('is read in its parts: %s', (text, remark) => {
    expect(readRemark(text)).toEqual([remark]);
  });

  it('may be several things, and none that nobody wrote', () => {
    expect(readRemarks('damaged-file:2 stray-page:1 constructor:1')).toEqual([
      { code: 'damaged-file', page: 2 },
      { code: 'stray-page', page: 1 },
    ]);
  });
});

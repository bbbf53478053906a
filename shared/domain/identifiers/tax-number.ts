import type { Parsed } from '#domain/parsed.ts';

/**
 * Mã số thuế: ten digits, or thirteen of a branch, which are written with a hyphen behind the tenth; a
 * household business has its owner's số định danh of twelve (Luật Quản lý thuế art. 35, TT 86/2024/TT-BTC
 * art. 5).
 */
export const parseTaxNumber = (typed: string): Parsed<string, 'not-a-tax-number'> => {
  const number = typed.replace(/[\s.\p{Cf}]/gu, '');
  if (/^\d{12}$/.test(number)) return { ok: true, value: number };
  const [, head, branch] = /^(\d{10})(?:-?(\d{3}))?$/.exec(number) ?? [];
  if (head === undefined) return { ok: false, reason: 'not-a-tax-number' };
  return { ok: true, value: branch === undefined ? head : `${head}-${branch}` };
};

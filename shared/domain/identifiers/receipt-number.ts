/**
 * Số phiếu thu as it is kept, of what was typed and made upper case like a mã hồ sơ: the office stands in it in
 * small letters. Undefined where it is no such number.
 */
export const receiptNumberIn = (normalised: string): string | undefined => {
  const [, office, tail] = /^BL-([A-Z0-9-]+)-(\d{6}-\d{4,9})$/.exec(normalised) ?? [];
  return office === undefined ? undefined : `BL-${office.toLowerCase()}-${tail}`;
};

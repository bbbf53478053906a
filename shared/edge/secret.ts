/** Mã tra cứu as it stands on the receipt, however it was typed. */
export const normaliseSecret = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, '');

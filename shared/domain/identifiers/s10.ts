/** A waybill number by UPU S10: two letters, eight digits, a check digit, a country. */
export type S10Number = string & { readonly __s10: true };

/** Weights and rule: S10-12, clause 6. */
const weights = [8, 6, 4, 2, 3, 5, 9, 7];
const shape = /^[A-Z]{2}\d{9}[A-Z]{2}$/;

/** @param serial eight digits */
const s10CheckDigit = (serial: string): number => {
  const sum = weights.reduce((total, weight, n) => total + weight * Number(serial[n]), 0);
  const rest = 11 - (sum % 11);
  if (rest === 10) return 0;
  return rest === 11 ? 5 : rest;
};

/** `EE`, 47312482 → `EE473124829VN`. A serial that does not fit is a defect of the pool. */
export const formatS10 = (serviceIndicator: string, serial: number, country = 'VN'): S10Number => {
  const digits = String(serial).padStart(8, '0');
  const number = `${serviceIndicator}${digits}${s10CheckDigit(digits)}${country}`;
  if (!isS10(number)) throw new RangeError(`no S10 number of ${serviceIndicator} and ${serial}`);
  return number;
};

/** Exactly the form that is stored. */
export const isS10 = (text: string): text is S10Number =>
  shape.test(text) && s10CheckDigit(text.slice(2, 10)) === Number(text[10]);

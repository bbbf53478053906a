const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;

const nameOf = (digit: number): string => String(digits[digit]);

/** What stands behind tens: mốt, tư and lăm for one, four and five. */
const afterTens = (units: number, tens: number): string => {
  if (units === 0) return '';
  if (units === 5) return 'lăm';
  if (tens > 1 && units === 1) return 'mốt';
  return tens > 1 && units === 4 ? 'tư' : nameOf(units);
};

const belowHundred = (n: number, isBehind: boolean): string => {
  const [tens, units] = [Math.floor(n / 10), n % 10];
  if (tens > 0) return joined(tens === 1 ? 'mười' : `${nameOf(tens)} mươi`, afterTens(units, tens));
  if (units === 0) return '';
  return isBehind ? `lẻ ${nameOf(units)}` : nameOf(units);
};

/** Behind a larger group the hundreds are said even where there are none. */
const belowThousand = (n: number, isBehind: boolean): string => {
  const hundreds = Math.floor(n / 100);
  const saysHundreds = hundreds > 0 || (isBehind && n > 0);
  return joined(
    saysHundreds ? `${nameOf(hundreds)} trăm` : '',
    belowHundred(n % 100, saysHundreds),
  );
};

const joined = (...parts: readonly string[]): string => parts.filter(Boolean).join(' ');

const scales = [
  [1_000_000_000, 'tỷ'],
  [1_000_000, 'triệu'],
  [1_000, 'nghìn'],
] as const;

const spoken = (n: number, isBehind: boolean): string => {
  const scale = scales.find(([size]) => n >= size);
  if (!scale) return belowThousand(n, isBehind);
  const [size, name] = scale;
  return joined(spoken(Math.floor(n / size), isBehind), name, spoken(n % size, true));
};

/**
 * Số tiền bằng chữ, as the South writes it on vouchers (lẻ, nghìn, tỷ): whole đồng, nothing or more.
 * Groups of noughts are not said: 1.000.005 is "một triệu không trăm lẻ năm".
 */
export const dongInWords = (amount: number): string => {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new Error(`no amount of đồng: ${amount}`);
  const words = `${amount === 0 ? nameOf(0) : spoken(amount, false)} đồng`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

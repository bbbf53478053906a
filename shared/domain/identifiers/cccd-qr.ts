import { parseDay, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { type PersonName, parsePersonName } from './person-name.ts';
import { checkPersonalNumber, type PersonalNumberWarning, type Sex } from './personal-number.ts';

interface CccdFields {
  readonly number?: string;
  /** The CMND that the card replaced. */
  readonly oldNumber?: string;
  readonly name?: PersonName;
  readonly birthDay?: VietnamDay;
  readonly sex?: Sex;
  /** Nơi thường trú, as one line. */
  readonly residence?: string;
  readonly issuedDay?: VietnamDay;
}

type CccdQrWarning =
  | PersonalNumberWarning
  | 'layout-unknown'
  | 'number-unreadable'
  | 'old-number-unreadable'
  | 'name-unreadable'
  | 'birth-day-unreadable'
  | 'sex-unreadable'
  | 'issued-day-unreadable';

interface CccdQr {
  readonly fields: CccdFields;
  /** Anything here, and the clerk compares the screen with the card before it is used. */
  readonly warnings: readonly CccdQrWarning[];
}

/**
 * The QR of the chip card (2021): `số | CMND cũ | họ tên | ddMMyyyy | Nam/Nữ | nơi thường trú |
 * ngày cấp ddMMyyyy`. Thẻ căn cước of 1/7/2024 (TT 16/2024/TT-BCA) orders its fields otherwise and
 * also names relatives, so any other layout yields only what cannot be mistaken, and a warning.
 * Never throws: it reads whatever a scanner or a keyboard driver typed.
 */
export const parseCccdQr = (text: string): CccdQr => {
  const parts = text
    .slice(0, 2_000)
    .normalize('NFC')
    .split('|')
    .map((part) => part.trim());
  return parts.length === 7 ? chipCard(parts) : otherLayout(parts);
};

const chipCard = (parts: readonly string[]): CccdQr => {
  const [number = '', old = '', name = '', birth = '', sex = '', residence = '', issued = ''] =
    parts;
  const birthDay = dayOfDigits(birth);
  const issuedDay = dayOfDigits(issued);
  const fields = present({
    number: matching(/^\d{12}$/, number),
    oldNumber: matching(/^\d{9}$/, old),
    name: nameIn(name),
    birthDay,
    sex: sexIn(sex),
    residence: residence || undefined,
    issuedDay,
  });
  const missing: readonly (readonly [boolean, CccdQrWarning])[] = [
    [!fields.number, 'number-unreadable'],
    [old !== '' && !fields.oldNumber, 'old-number-unreadable'],
    [!fields.name, 'name-unreadable'],
    [!birthDay, 'birth-day-unreadable'],
    [!fields.sex, 'sex-unreadable'],
    // A card is issued after its holder was born.
    [!issuedDay || (birthDay !== undefined && issuedDay <= birthDay), 'issued-day-unreadable'],
  ];
  const flaws = missing.flatMap(([isSo, warning]) => (isSo ? [warning] : []));
  return { fields, warnings: [...flaws, ...crossCheck(fields)] };
};

/** The holder stands first in every layout seen; days could be anybody's and are not taken. */
const otherLayout = (parts: readonly string[]): CccdQr => {
  const fields = present({
    number: parts.find((part) => /^\d{12}$/.test(part)),
    oldNumber: parts.find((part) => /^\d{9}$/.test(part)),
    name: parts.map(soleName).find((name) => name !== undefined),
  });
  return { fields, warnings: ['layout-unknown', ...crossCheck(fields)] };
};

const crossCheck = ({ number, birthDay, sex }: CccdFields): readonly PersonalNumberWarning[] =>
  number === undefined
    ? []
    : checkPersonalNumber({ kind: 'cccd', number }, present({ birthDay, sex }));

const matching = (shape: RegExp, text: string): string | undefined =>
  shape.test(text) ? text : undefined;

/** `?` and U+FFFD are what a wrong code page leaves of Vietnamese letters; digits are Telex or VNI. */
const nameIn = (text: string): PersonName | undefined => {
  const parsed = parsePersonName(text);
  return parsed.ok && !/[?\uFFFD\d]/.test(text) ? parsed.value : undefined;
};

/** Letters and spaces, at least two words: neither an address with commas nor `Nữ`. */
const soleName = (text: string): PersonName | undefined =>
  /^[\p{L}\p{M}'-]+(?: [\p{L}\p{M}'-]+)+$/u.test(text) ? nameIn(text) : undefined;

const sexIn = (text: string): Sex | undefined => {
  if (text === 'Nam') return 'male';
  return text === 'Nữ' ? 'female' : undefined;
};

/** `02091990` → 1990-09-02. */
const dayOfDigits = (digits: string): VietnamDay | undefined =>
  parseDay(digits.replace(/^(\d{2})(\d{2})(\d{4})$/, '$3-$2-$1'));

type Present<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the fields that were not found: absent is absent, not undefined. */
const present = <T extends object>(fields: T): Present<T> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Present<T>;

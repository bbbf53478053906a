import { searchKey } from '#domain/identifiers/person-name.ts';

/**
 * What no message of ours says. The phone may be a child's or a neighbour's (domain §10.12), and
 * whoever is used to such words from the post falls for a forged message. A province passes its own
 * list, such as the names of its sensitive procedures. Compared without marks, so no word may stand
 * here whose bare form is innocent: `phạt` would forbid `phát` (delivered).
 */
const ordinarilyForbidden = [
  // What the dossier is about.
  'ly hon',
  'lý lịch tư pháp',
  'tiền án',
  'HIV',
  'khuyết tật',
  'tâm thần',
  'con nuôi',
  'giám hộ',
  'hộ nghèo',
  // What swindlers ask for.
  'mật khẩu',
  'OTP',
  'chuyển khoản',
  'tài khoản',
  'bấm vào',
  'truy cập',
  // Identity numbers are never repeated in a message.
  'CCCD',
  'CMND',
] as const;

const links = /(?:https?:|www\.|bit\.ly|[a-z0-9]\.(?:vn|com|net|org|gov|info|xyz|top)\b)/i;

/** The first forbidden word in a text, compared without marks and case; `link` for a link. */
export const forbiddenWordIn = (
  text: string,
  words: readonly string[] = ordinarilyForbidden,
): string | undefined => {
  if (links.test(text)) return 'link';
  const haystack = ` ${searchKey(text)} `;
  return words.find((word) => haystack.includes(` ${searchKey(word)} `));
};

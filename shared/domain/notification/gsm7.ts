/** GSM 7-bit default alphabet (3GPP TS 23.038 §6.2.1) without escapes; each is one septet. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** The extension table: two septets each. */
const extended = '\f^{}\\[~]|€';

const one = new Set(basic);
const two = new Set(extended);

/** Septets of a text, or undefined when a character is outside GSM-7. */
export const septetsOf = (text: string): number | undefined => {
  let septets = 0;
  for (const character of text) {
    if (one.has(character)) septets += 1;
    else if (two.has(character)) septets += 2;
    else return undefined;
  }
  return septets;
};

export interface Segments {
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** Septets, or UTF-16 units. */
  readonly units: number;
  readonly segments: number;
}

/** What a message costs: 160/153 septets or 70/67 units a segment, in NFC. */
export const segmentsOf = (text: string): Segments => {
  const composed = text.normalize('NFC');
  const septets = septetsOf(composed);
  return septets === undefined
    ? { encoding: 'UCS-2', units: composed.length, segments: parts(composed.length, 70, 67) }
    : { encoding: 'GSM-7', units: septets, segments: parts(septets, 160, 153) };
};

const parts = (units: number, single: number, joined: number): number =>
  units <= single ? 1 : Math.ceil(units / joined);

/** Vietnamese without marks, everything else outside GSM-7 as `?`. */
export const unaccent = (text: string): string =>
  [...text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')]
    .map((character) => (one.has(character) ? character : '?'))
    .join('');

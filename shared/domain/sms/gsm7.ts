/** GSM 7-bit default alphabet (3GPP TS 23.038 §6.2.1) without escapes; each is one septet. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** The extension table (§6.2.1.1): an escape and a septet each. */
const extended = '\f^{}\\[~]|€';

const one = new Set(basic);
const two = new Set(extended);

/** Septets of one character, or undefined when it is outside GSM-7. */
export const septetsOfCharacter = (character: string): 1 | 2 | undefined => {
  if (one.has(character)) return 1;
  return two.has(character) ? 2 : undefined;
};

/** True where the character costs one septet: what a rendered value is made of. */
export const isBasicGsm7 = (character: string): boolean => one.has(character);

import { minutes } from '#domain/time/instant.ts';

/** Mã xác nhận (OTP), reliability (b): 6 digits, 5 minutes, 5 tries. */
export const oneTimeCode = { digits: 6, validMinutes: 5, tries: 5 } as const;
export const oneTimeCodeLife = minutes(oneTimeCode.validMinutes);

/**
 * Of a phone session. Nothing printed has to be known beside it, and any number can be named: eight
 * digits keep a whole day's budget of codes, all guessed at five times, at one chance in four thousand.
 */
export const phoneCodeDigits = 8;

/** What a code's seal is taken of: it opens one thing, and no seal says which digits it hides. */
export const sealedText = (opens: string, salt: string, digits: string): string =>
  `${opens}\n${salt}\n${digits}`;

import { minutes } from '#domain/time/instant.ts';

/** Mã xác nhận (OTP), reliability (b): 6 digits, 5 minutes, 5 tries. */
export const oneTimeCode = { digits: 6, validMinutes: 5, tries: 5 } as const;
export const oneTimeCodeLife = minutes(oneTimeCode.validMinutes);

/** What a code's seal is taken of: it opens one dossier, and no seal says which digits it hides. */
export const sealedText = (dossierId: string, salt: string, digits: string): string =>
  `${dossierId}\n${salt}\n${digits}`;

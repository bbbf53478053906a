/**
 * Mã ghép nối, twelve digits that a person types: the first six say which pairing, the others are its
 * secret. So a wrong code is counted against one pairing, and who guesses has to find both.
 */
export interface PairingCode {
  readonly handle: string;
  readonly secret: string;
}

export const pairingCode = { handleDigits: 6, secretDigits: 6, tries: 5 } as const;

/** `482913-472201` */
export const formatPairingCode = ({ handle, secret }: PairingCode): string => `${handle}-${secret}`;

/** Twelve digits as they were typed, without the hyphen or with it. */
export const readPairingCode = (digits: string): PairingCode => ({
  handle: digits.slice(0, pairingCode.handleDigits),
  secret: digits.slice(-pairingCode.secretDigits),
});

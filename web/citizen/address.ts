/** Mã hồ sơ and mã tra cứu, as they stand on a paper. */
export interface Paper {
  readonly code: string;
  readonly secret: string;
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};

/** What of `location` says which paper it is. */
interface Address {
  readonly pathname: string;
  readonly hash: string;
}

/** `/tra-cuu/H13.01-261126-0032#K7QM4ZRT`, as the QR code of a paper has it; what is missing is empty. */
export const paperIn = ({ pathname, hash }: Address): Paper => ({
  code: decoded(pathname.split('/')[2] ?? ''),
  secret: decoded(hash.slice(1)),
});

/** Both are there, though they may be wrong: then the page asks at once. */
export const isWhole = ({ code, secret }: Paper): boolean => code.length >= 8 && secret.length >= 8;

/** The address of a page about one dossier. A secret that was typed stays out of the browser's history. */
export const addressOf = (code: string): string => `/tra-cuu/${encodeURIComponent(code)}`;

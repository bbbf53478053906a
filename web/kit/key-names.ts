/** What a key is called in a map of keys, in small letters: `j`, `enter`, `arrowleft`, `f9`. */
export const nameOfKey = ({ key, code }: { readonly key: string; readonly code: string }): string =>
  // By its place: Vietnamese input methods make other letters of some keys.
  (/^Key[A-Z]$/.test(code) ? code.slice(3) : key).toLowerCase();

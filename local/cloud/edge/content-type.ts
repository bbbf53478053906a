/** By the end of a file's name: what a browser is told that a file of the pages is. */
const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/**
 * @param extension with its dot: `.js`
 * @throws Error for one that is not known: a browser would refuse what it is not told of
 */
export const contentTypeOf = (extension: string): string => {
  const found = contentTypes[extension];
  if (found === undefined) throw new Error(`no content type is known of ${extension}`);
  return found;
};

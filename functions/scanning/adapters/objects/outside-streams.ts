import { plain, viewsOf } from './hidden-actions.ts';

/** A literal string, with strings inside it once (7.3.4.2). */
const literal = /\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*\))*\)/g;

/** Where the object begins whose dictionary stands before the data. */
const header = /\d\s+\d+\s+obj\s*<</;

/** Data in another file (7.3.8.2): its name, or the dictionary of one; of anything else `/F` is a name or a number. */
const specified = /\/(?:FFilter|FDecodeParms|F(?![A-Za-z0-9_.-]) ?(?:\(|<|\d+ \d+ R))/;

/**
 * Whether the stream that begins behind this text has its data in another file. Strings are emptied first, so
 * that none of them can pass for the end of an object.
 */
export const isOutside = (before: string): boolean => {
  const emptied = plain(before).replace(literal, '()');
  const own = emptied.slice(emptied.lastIndexOf('endobj') + 1);
  const at = header.exec(own)?.index;
  return at !== undefined && viewsOf(own.slice(at)).some((view) => specified.test(view));
};

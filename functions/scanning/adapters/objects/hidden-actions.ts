/** A name may be written with hex escapes: `/J#61vaScript`. */
export const plain = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Action types that do more than turn a page or follow a link, long enough not to occur by chance. */
const doing =
  'GoToR|GoToE|Launch|Thread|Sound|Movie|Hide|Named|SubmitForm|ResetForm|ImportData|JavaScript|SetOCGState|Rendition|GoTo3DView|RichMediaExecute';
const anyDoing = new RegExp(`/(?:${doing})(?![A-Za-z0-9_.-])`);
/** Behind the key of an action, or an object by itself, to which such a key may point. */
const action = new RegExp(`(?:/S ?|obj ?)/(?:${doing})(?![A-Za-z0-9_.-])`);
/** Anything but the address of a web page, in letters or in hex. */
const foreignAddress =
  /\/URI ?(?:\( ?(?!https?:\/\/)|<(?!<)(?! ?687474(?:70|7073)3a2f2f)|\d+ \d+ R)/i;

const uncommented = (text: string): string => text.replace(/%[^\r\n]*/g, ' ');
const closedUp = (text: string): string => text.replace(/[\s\0]+/g, ' ');

/** Between a key and its value there may be any space and comments; what looks like one may be none. */
export const viewsOf = (names: string): readonly string[] => [
  closedUp(names),
  closedUp(uncommented(names)),
];

/**
 * Whether an action stands anywhere in these bytes, whose names are {@link plain}, to which no page need
 * lead. In an encrypted file addresses are no words.
 */
export const hasActions = (names: string): boolean => {
  const hasAddresses = /\/URI/.test(names) && !/\/Encrypt\b/.test(names);
  if (!anyDoing.test(names) && !hasAddresses) return false;
  return viewsOf(names).some(
    (view) => action.test(view) || (hasAddresses && foreignAddress.test(view)),
  );
};

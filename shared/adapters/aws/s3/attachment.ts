const unsafe = /[\p{Cc}\p{Cf}"\\/]/gu;

/** Every character outside RFC 5987's attr-char, as UTF-8 octets. */
const extended = (name: string): string =>
  encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * Makes a browser save under this name (RFC 6266): once in plain ASCII for old clients, once whole.
 * A name cannot break out of the header, nor name a folder.
 */
export const attachment = (fileName: string): string => {
  const name = fileName.normalize('NFC').toWellFormed().replace(unsafe, '_').slice(0, 150);
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^\x20-\x7e]|%/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${extended(name.toWellFormed())}`;
};

/**
 * What the QR code of a paper opens: the tracking page with the number filled in, and with the status at
 * once where the paper has the secret on it anyway. Behind `#` no server and no log sees it.
 */
export const trackingAddress = (publicUrl: string, number: string, secret?: string): string =>
  `${publicUrl}/tra-cuu/${number}${secret === undefined ? '' : `#${secret}`}`;

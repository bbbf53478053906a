/** What the keyed hash of a device's secret is taken of: it is worth nothing under another id. */
export const sealedCredential = (id: string, secret: string): string => `${id}\n${secret}`;

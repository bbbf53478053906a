import type { DossierId } from '#domain/identifiers/dossier-id.ts';

/** Enough to tell any two templates apart: a test compares those of the province. */
const templateLetters = 8;

/**
 * Our name of one message, at most 48 characters (eSMS takes a RequestId of 50, Zalo a tracking_id of
 * 48), unique for (dossier, transition, template, attempt): no gateway is called
 * twice under one. A second attempt goes by another channel, after the first has refused.
 */
export const referenceOf = (message: {
  readonly dossierId: DossierId;
  readonly dossierVersion: number;
  readonly template: string;
  readonly attempt?: number;
}): string => {
  const { dossierId, dossierVersion, template, attempt = 1 } = message;
  const name = `${dossierId}-${dossierVersion}-${template.slice(0, templateLetters)}`;
  return attempt === 1 ? name : `${name}-${attempt}`;
};

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const asObject = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

export const asList = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? value : [];

export const asObjects = (value: Json | undefined): readonly JsonObject[] =>
  asList(value).filter(isObject);

export const asText = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** Templates carry numbers and booleans as text as often as not. */
export const asNumber = (value: Json | undefined): number | undefined => {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
};

export const asFlag = (value: Json | undefined): boolean => value === true || value === 'true';

export const asTexts = (value: Json | undefined): readonly string[] =>
  asList(value).filter((entry): entry is string => typeof entry === 'string');

export const requireText = (value: Json | undefined, what: string): string => {
  const text = asText(value);
  if (text === undefined) throw new Error(`${what} is not a text: ${JSON.stringify(value)}`);
  return text;
};

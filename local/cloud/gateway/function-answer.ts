export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Buffer | string;
}

export const plainAnswer = (status: number, message: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  cookies: [],
  body: JSON.stringify({ message }),
});

export const internalServerError = plainAnswer(500, 'Internal Server Error');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPlain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** A header that is no plain value makes the whole answer malformed. */
const headersOf = (value: unknown): Record<string, string> | undefined => {
  const headers: Record<string, string> = {};
  for (const [name, content] of Object.entries(isRecord(value) ? value : {})) {
    if (!isPlain(content)) return undefined;
    headers[name.toLowerCase()] = String(content);
  }
  return headers;
};

const bodyOf = ({
  body,
  isBase64Encoded,
}: Readonly<Record<string, unknown>>): Buffer | string | undefined => {
  if (body === undefined || body === null) return '';
  if (typeof body !== 'string') return undefined;
  return isBase64Encoded === true ? Buffer.from(body, 'base64') : body;
};

const structured = (payload: Readonly<Record<string, unknown>>): HttpAnswer => {
  const status = Number(payload['statusCode']);
  const headers = headersOf(payload['headers']);
  const body = bodyOf(payload);
  if (!Number.isInteger(status) || status < 200 || status > 599 || !headers || body === undefined)
    return internalServerError;
  const cookies = Array.isArray(payload['cookies']) ? payload['cookies'].map(String) : [];
  return {
    status,
    headers: { 'content-type': 'text/plain;charset=UTF-8', ...headers },
    cookies,
    body,
  };
};

/** A function that names no status answers 200 with whatever it returned, as JSON. */
export const functionAnswer = (payload: unknown): HttpAnswer => {
  if (isRecord(payload) && 'statusCode' in payload) return structured(payload);
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    cookies: [],
    body: JSON.stringify(payload ?? null),
  };
};

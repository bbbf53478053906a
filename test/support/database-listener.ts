import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = Readonly<Record<string, unknown>>;

/** One request that a function sent to the database. */
export interface Heard {
  /** Whoever sent it. */
  readonly by: string;
  readonly operation: string;
  /** The items or the index that it is about, by their keys. */
  readonly about: readonly string[];
}

const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? String(Object.values(value)[0]) : String(value);

const keyOf = ({ pk, sk }: Json): string => [pk, sk].filter(Boolean).map(textOf).join(' ');

const subjectsOf = (body: Json): readonly string[] => {
  const { TransactItems, IndexName, ExpressionAttributeValues: values = {} } = body;
  if (Array.isArray(TransactItems))
    return TransactItems.flatMap((each) => subjectsOf(innerOf(each)));
  const key = (body['Key'] ?? body['Item']) as Json | undefined;
  if (key) return [keyOf(key)];
  const asked = Object.values(values as Json)
    .map(textOf)
    .join(' … ');
  return [IndexName === undefined ? asked : `${IndexName}: ${asked}`];
};

const innerOf = (write: Json): Json => Object.values(write)[0] as Json;

/**
 * Stands between functions and the database, tells nobody of itself and notes what is asked. A function
 * is known by the path that it was given as the database's address.
 */
export const startDatabaseListener = async () => {
  const heard: Heard[] = [];
  const behind = new Map<string, string>();
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      const operation = String(incoming.headers['x-amz-target']).split('.').at(-1) ?? '';
      const by = decodeURIComponent((incoming.url ?? '').split('/')[1] ?? '');
      heard.push({ by, operation, about: subjectsOf(JSON.parse(body.toString()) as Json) });
      const { method, headers } = incoming;
      const onward = forward(behind.get(by) ?? '', { method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      onward.on('error', () => outgoing.destroy());
      onward.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    heard,
    /** What to call the database by, for this one. */
    addressFor: (name: string, database: string): string => {
      behind.set(name, database);
      return `http://127.0.0.1:${port}/${encodeURIComponent(name)}`;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

import {
  Agent,
  createServer,
  request as forward,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Deployment } from '#local/cloud/assembly/deployment.ts';
import { asText, type JsonObject } from '#local/cloud/assembly/json.ts';
import { dynamoDbAsks } from './dynamodb-asks.ts';
import { type Asked, isAllowed, policiesOf, type Statement } from './policies.ts';

/** A service whose requests are judged before they get there. */
export interface Guarded {
  readonly url: string;
  asks(operation: string, request: JsonObject): readonly Asked[];
}

interface Options {
  readonly deployment: Deployment;
  readonly services: Readonly<Record<string, Guarded>>;
  /** What was refused: by whom, and what it asked. */
  readonly onRefused: (text: string) => void;
}

export interface Guard {
  /** Where a function finds a service: by its own path, which says who it is. */
  addressFor(service: string, functionId: string): string;
  /** Judges by another deployment's policies from now on. */
  follow(deployment: Deployment): void;
  close(): Promise<void>;
}

const bodyOf = async (incoming: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const partsOf = ({ url = '', headers }: IncomingMessage) => {
  const [, service = '', functionId = ''] = url.split('/').map(decodeURIComponent);
  const operation =
    String(headers['x-amz-target'] ?? '')
      .split('.')
      .at(-1) ?? '';
  return { service, functionId, operation };
};

const pass = (
  { url }: Guarded,
  agent: Agent,
  o: {
    readonly incoming: IncomingMessage;
    readonly body: Buffer;
    readonly outgoing: ServerResponse;
  },
): void => {
  const { method, headers } = o.incoming;
  const onward = forward(url, { agent, method, headers }, (answer) => {
    o.outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(o.outgoing);
  });
  onward.on('error', () => o.outgoing.destroy());
  onward.end(o.body);
};

const refuse = (outgoing: ServerResponse, message: string): void => {
  const body = JSON.stringify({ __type: 'AccessDeniedException', message, Message: message });
  outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(body);
};

/**
 * IAM before DynamoDB and Secrets Manager: a request that the function's own policies do not allow gets
 * AWS's refusal, so that a forgotten grant is found by the first journey that needs it.
 */
export const startGuard = async (o: Options): Promise<Guard> => {
  let policies: ReadonlyMap<string, readonly Statement[]> = policiesOf(o.deployment);
  const agent = new Agent({ keepAlive: true });
  const refusalOf = (incoming: IncomingMessage, body: Buffer): string | undefined => {
    const { service, functionId, operation } = partsOf(incoming);
    const guarded = o.services[service];
    if (!guarded) return `nothing is called ${service}`;
    const asked = guarded.asks(operation, JSON.parse(body.toString()) as JsonObject);
    const own = policies.get(functionId) ?? [];
    const refused = asked.find((each) => !isAllowed(own, each));
    if (asked.length > 0 && !refused) return undefined;
    return `${functionId} is not authorized to perform: ${JSON.stringify(refused ?? operation)}`;
  };
  const server = createServer((incoming, outgoing) => {
    bodyOf(incoming)
      .then((body) => {
        const message = refusalOf(incoming, body);
        if (message === undefined)
          return pass(o.services[partsOf(incoming).service] as Guarded, agent, {
            incoming,
            body,
            outgoing,
          });
        o.onRefused(message);
        return refuse(outgoing, message);
      })
      .catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    addressFor: (service, functionId) =>
      `http://127.0.0.1:${port}/${service}/${encodeURIComponent(functionId)}`,
    follow: (deployment) => {
      policies = policiesOf(deployment);
    },
    close: () =>
      new Promise<void>((resolve) => {
        agent.destroy();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

/** The tables of the account, by name. */
export const guardedTables = (url: string, tableArn: (name: string) => string): Guarded => ({
  url,
  asks: (operation, request) => dynamoDbAsks(operation, request, tableArn),
});

/** Secrets by ARN, or by the name in it. */
export const guardedSecrets = (url: string, secretArn: (id: string) => string): Guarded => ({
  url,
  asks: (operation, request) => [
    {
      action: `secretsmanager:${operation}`,
      resource: secretArn(asText(request['SecretId']) ?? ''),
      context: {},
    },
  ],
});

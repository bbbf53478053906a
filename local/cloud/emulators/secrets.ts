import { randomInt } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import type { Resource } from '#local/cloud/assembly/deployment.ts';
import { asFlag, asNumber, asObject, asText, type JsonObject } from '#local/cloud/assembly/json.ts';

export interface SecretStore {
  /** By ARN, or by the name in it. */
  find(secretId: string): { readonly arn: string; readonly value: string } | undefined;
  value(secretId: string): string;
  ensure(secretId: string, make: () => string): string;
  /** A new version of a secret that is there; undefined where there is none. */
  put(secretId: string, value: string): string | undefined;
}

const alphabets = {
  lower: 'abcdefghijklmnopqrstuvwxyz',
  upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  digits: '0123456789',
  punctuation: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
};

const pick = (alphabet: string): string => alphabet.charAt(randomInt(alphabet.length));

/** Secrets Manager's GetRandomPassword with the words of GenerateSecretString. */
export const randomPassword = (rule: JsonObject): string => {
  const excluded = asText(rule['ExcludeCharacters']) ?? '';
  const without = (alphabet: string, flag: string): string =>
    asFlag(rule[flag]) ? '' : [...alphabet].filter((letter) => !excluded.includes(letter)).join('');
  const kinds = [
    without(alphabets.lower, 'ExcludeLowercase'),
    without(alphabets.upper, 'ExcludeUppercase'),
    without(alphabets.digits, 'ExcludeNumbers'),
    without(alphabets.punctuation, 'ExcludePunctuation'),
  ].filter((kind) => kind !== '');
  const all = kinds.join('') + (asFlag(rule['IncludeSpace']) ? ' ' : '');
  const length = asNumber(rule['PasswordLength']) ?? 32;
  const eachKind = rule['RequireEachIncludedType'] !== false && length >= kinds.length;
  const letters = eachKind ? kinds.map(pick) : [];
  while (letters.length < length) letters.splice(randomInt(letters.length + 1), 0, pick(all));
  return letters.join('');
};

const generate = (properties: JsonObject): string => {
  const given = asText(properties['SecretString']);
  if (given !== undefined) return given;
  const rule = asObject(properties['GenerateSecretString']);
  const password = randomPassword(rule);
  const template = asText(rule['SecretStringTemplate']);
  const key = asText(rule['GenerateStringKey']);
  return template === undefined || key === undefined
    ? password
    : JSON.stringify({ ...(JSON.parse(template) as object), [key]: password });
};

/** AWS puts a hyphen and six characters behind the name. */
const nameOf = (arn: string): string => arn.replace(/^.*:secret:/, '').replace(/-[^-]{6}$/, '');

/** Kept in one file that only its owner may read; written whole, then renamed. */
export const openSecretStore = (file: string): SecretStore => {
  const values: Record<string, string> = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
    : {};
  const save = (): void => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(values, undefined, 2), { mode: 0o600 });
    chmodSync(`${file}.new`, 0o600);
    renameSync(`${file}.new`, file);
  };
  const find: SecretStore['find'] = (secretId) => {
    const found = Object.entries(values).find(
      ([arn]) => arn === secretId || nameOf(arn) === secretId,
    );
    return found && { arn: found[0], value: found[1] };
  };
  return {
    find,
    value: (secretId) => {
      const secret = find(secretId);
      if (!secret) throw new Error(`no secret ${secretId}`);
      return secret.value;
    },
    ensure: (secretId, make) => {
      const value = values[secretId] ?? make();
      if (values[secretId] === undefined) {
        values[secretId] = value;
        save();
      }
      return value;
    },
    put: (secretId, value) => {
      const arn = find(secretId)?.arn;
      if (arn === undefined) return undefined;
      values[arn] = value;
      save();
      return arn;
    },
  };
};

export const ensureSecret = (store: SecretStore, { identity, properties }: Resource): void => {
  store.ensure(identity.ref, () => generate(properties));
};

const answer = (res: ServerResponse, status: number, body: object): void => {
  res.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
  res.end(JSON.stringify(body));
};

type Action = (
  store: SecretStore,
  request: Readonly<Record<string, unknown>>,
) => object | undefined;

const version = {
  VersionId: '00000000-0000-4000-8000-000000000000',
  VersionStages: ['AWSCURRENT'],
};

const actions: Readonly<Record<string, Action>> = {
  GetSecretValue: (store, { SecretId }) => {
    const secret = store.find(String(SecretId ?? ''));
    return (
      secret && {
        ARN: secret.arn,
        Name: nameOf(secret.arn),
        SecretString: secret.value,
        ...version,
      }
    );
  },
  PutSecretValue: (store, { SecretId, SecretString }) => {
    const arn = store.put(String(SecretId ?? ''), String(SecretString));
    return arn === undefined ? undefined : { ARN: arn, Name: nameOf(arn), ...version };
  },
};

const perform = (action: Action, store: SecretStore, body: string, res: ServerResponse): void => {
  const done = action(store, JSON.parse(body) as Readonly<Record<string, unknown>>);
  const message = "Secrets Manager can't find the specified secret.";
  if (done) answer(res, 200, done);
  else answer(res, 400, { __type: 'ResourceNotFoundException', message });
};

const bodyOf = async (req: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

/** The actions that functions use. Anything else is refused by name. */
export const startSecretsServer = async (
  store: SecretStore,
): Promise<{ readonly url: string; readonly port: number; close(): Promise<void> }> => {
  const server = createServer((req, res) => {
    const name = String(req.headers['x-amz-target'] ?? '').replace('secretsmanager.', '');
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (!action)
      return answer(res, 400, {
        __type: 'UnknownOperationException',
        message: `${name} is not served locally`,
      });
    bodyOf(req)
      .then((body) => perform(action, store, body, res))
      .catch(() =>
        answer(res, 400, { __type: 'InvalidRequestException', message: 'unreadable request' }),
      );
    return undefined;
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

import { createHmac, generateKeyPairSync } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose';
import { beforeAll, describe, it } from 'vitest';
import { demoPassword } from '#local/people/demo-users.ts';
import { signIn } from '#local/play/sign-in.ts';
import { anyone, stackUrl } from '#test/support/people.ts';

let access: string;
let identity: string;

beforeAll(async () => {
  const signed = await signIn({
    publicUrl: stackUrl(),
    username: 'lan.vithanh',
    password: demoPassword,
  });
  access = signed.accessToken;
  identity = signed.idToken;
});

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** The clerk's own claims under a key of ours. */
const ours = (change: object = {}, header: object = {}): Promise<string> =>
  new SignJWT({ ...decodeJwt(access), ...change })
    .setProtectedHeader({ alg: 'RS256', ...decodeProtectedHeader(access), ...header })
    .sign(privateKey);

const forgeries: readonly (readonly [string, () => string | Promise<string>])[] = [
  ['signed by another key under the right key id', () => ours()],
  ['signed by another key under no key id', () => ours({}, { kid: undefined })],
  ['without a signature, alg none', () => `${part({ alg: 'none' })}.${part(decodeJwt(access))}.`],
  [
    'signed with HMAC by the public key’s id',
    () => {
      const text = `${part({ alg: 'HS256', kid: decodeProtectedHeader(access).kid })}.${part(decodeJwt(access))}`;
      return `${text}.${createHmac('sha256', 'public').update(text).digest('base64url')}`;
    },
  ],
  [
    'with another office under the true signature',
    () => {
      const [header, , signature] = access.split('.');
      return `${header}.${part({ ...decodeJwt(access), office: 'bd-nga-bay' })}.${signature}`;
    },
  ],
  ['with its signature cut off', () => access.split('.').slice(0, 2).join('.')],
  ['of another issuer', () => ours({ iss: 'https://evil.example' })],
  ['that has expired', () => ours({ exp: 1_000_000_000 })],
  ['that is an identity token, truly signed', () => identity],
  ['that is no token', () => 'lan.vithanh'],
  ['that is empty', () => ' '],
];

describe('a token', () => {
  it('of a clerk opens the worklist', async () => {
    await anyone(access).call('GET /v1/dossiers', { query: { status: 'accepted' } });
  });

  it.each(forgeries)('%s opens nothing', async (_, forge) => {
    await anyone(await forge()).refused(401, 'GET /v1/dossiers', { query: { status: 'accepted' } });
  });
});

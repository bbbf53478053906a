import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

export interface SigningKeys {
  /** Private, RS256. */
  readonly jwk: JWK;
  readonly cookieKey: string;
}

const make = async (): Promise<SigningKeys> => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = randomBytes(12).toString('base64url');
  return {
    jwk: { ...jwk, kid, alg: 'RS256', use: 'sig' },
    cookieKey: randomBytes(32).toString('base64url'),
  };
};

/** Made once, then kept: tokens of before a restart still verify. Only the owner may read them. */
export const loadSigningKeys = async (directory: string): Promise<SigningKeys> => {
  const file = join(directory, 'signing-keys.json');
  if (existsSync(file)) {
    chmodSync(file, 0o600);
    return JSON.parse(readFileSync(file, 'utf8')) as SigningKeys;
  }
  const keys = await make();
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, JSON.stringify(keys), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return keys;
};

const publicMembers = ['kty', 'kid', 'alg', 'use', 'n', 'e'];

export const publicKeys = ({ jwk }: SigningKeys): { keys: object[] } => ({
  keys: [Object.fromEntries(Object.entries(jwk).filter(([name]) => publicMembers.includes(name)))],
});

import { randomBytes, randomInt } from 'node:crypto';
import type { Random } from '#ports/random.ts';

export const systemRandom: Random = {
  digits: (count) => Array.from({ length: count }, () => randomInt(10)).join(''),
  secret: () => randomBytes(32).toString('base64url'),
};

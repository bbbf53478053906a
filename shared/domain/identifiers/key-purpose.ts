/** What a key is for. Each lies in a secret of its own, so that who may read one opens nothing else. */
export const keyPurposes = [
  'callback',
  'carrier-vnpost',
  'device',
  'device-token',
  'otp',
  'pairing',
  'phone',
  'sender',
  'session',
  'tracking',
] as const;
export type KeyPurpose = (typeof keyPurposes)[number];

type Screaming<P extends string> = P extends `${infer First}-${infer Rest}`
  ? `${Uppercase<First>}_${Screaming<Rest>}`
  : Uppercase<P>;

/** The variable that holds the ARN of a purpose's secret. */
export type KeyVariable<P extends KeyPurpose = KeyPurpose> = `KEY_${Screaming<P>}`;
export const keyVariable = <P extends KeyPurpose>(purpose: P): KeyVariable<P> =>
  `KEY_${purpose.toUpperCase().replaceAll('-', '_')}` as KeyVariable<P>;

import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type KeysOf, keyUnderMaster, makeSeals } from '#adapters/node/seals.ts';
import { type KeyPurpose, keyPurposes } from '#domain/identifiers/key-purpose.ts';
import type { SealPurpose } from '#ports/seals.ts';
import { keysUnder } from '#test/support/keys.ts';

const master = 'm'.repeat(64);

/** Made by the version that had one master key, of this very master. */
const madeUnderMaster = {
  tracking: 'F5FJ7168',
  callback: '52e52e4768eb4529d303c44ebed28d09',
  'carrier-vnpost': '76230cd8f36a9d34fcd977420f3f8ef18548f41454d8a4cf1966e3018970144c',
  device: '1141000c17015ec9f22222b7c2abbdc0f86c46fcc6ebaf564d615e76aefa44f5',
  'device-token': '0c6a4431d324c22dd9631ff2a27792d60e831fa35e3b6f67afc018540ae193e9',
  otp: 'c6d32a7f28a2ffff2b6c3911e8cd0c287584771c61e9e41cf5410f3fd3dcab2a',
  pairing: '3a674ff7cdf392c070f407e8f6b92ed491a2aaacd400ef20c2a69d1fa4d9960a',
  phone: 'b2f2fe46c4a920f1497c10397e1577e227cb6363b96b50e5508a12c858ab7c12',
  sender: 'cb580057659ec5da4260e7740f6b70115d458d4ea37a5df9a4b31fe0701918fe',
  session: '551f65f92bbb38dc9b1d6e0df6f14936680870d7e7cf101cf653bb345d32e774',
} as const satisfies Record<KeyPurpose, string>;

const dossier = '01J00000000000000000000000';
const opens = (keys: KeysOf, purpose: KeyPurpose, sealed: string): Promise<boolean> => {
  const seals = makeSeals(keys);
  if (purpose === 'tracking') return seals.isTrackingSecret(dossier, sealed);
  if (purpose === 'callback') return seals.isCallbackToken('ref-1', sealed);
  if (purpose === 'carrier-vnpost') return seals.isCarrierSignature('vnpost', 't.body', sealed);
  return seals.isMac(purpose, 'text', sealed);
};

describe('a key a purpose', () => {
  it.each(keyPurposes)('opens what was sealed for %s under one master', async (purpose) => {
    const sealed = madeUnderMaster[purpose];
    expect(await opens(keysUnder(master), purpose, sealed)).toBe(true);
    expect(await opens(keysUnder('n'.repeat(64)), purpose, sealed)).toBe(false);
    expect(await opens(keysUnder('n'.repeat(64), master), purpose, sealed)).toBe(true);
  });

  it('is told apart from every other', () => {
    const keys = keyPurposes.map((purpose) => keyUnderMaster(master, purpose));
    expect(new Set(keys).size).toBe(keyPurposes.length);
    expect(keys).not.toContain(master);
  });

  it.each(keyPurposes)(
    '%s: who was not given it can neither make nor try a code',
    async (purpose) => {
      const { [purpose]: _, ...others } = keysUnder(master);
      await expect(opens(others, purpose, madeUnderMaster[purpose])).rejects.toThrow(
        `this function was given no key for ${purpose}`,
      );
      const made = makeSeals(others);
      if (purpose === 'tracking')
        await expect(made.trackingSecret(dossier)).rejects.toThrow('no key');
      else if (purpose === 'callback')
        await expect(made.callbackToken('ref-1')).rejects.toThrow('no key');
      else if (purpose !== 'carrier-vnpost')
        await expect(made.mac(purpose satisfies SealPurpose, 'text')).rejects.toThrow('no key');
    },
  );

  it('of a carrier that nothing was agreed with signs nothing', async () => {
    const signature = createHmac('sha256', keyUnderMaster(master, 'carrier-vnpost'))
      .update('t.body')
      .digest('hex');
    const seals = makeSeals(keysUnder(master));
    expect(await seals.isCarrierSignature('vnpost', 't.body', signature)).toBe(true);
    expect(await seals.isCarrierSignature('other', 't.body', signature)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import type { DeviceId } from '#domain/identifiers/record-ids.ts';
import { plus } from '#domain/time/instant.ts';
import {
  isPaired,
  pair,
  pairingLife,
  rename,
  revoke,
  startPairing,
  stateOf,
} from '#functions/devices/domain/device.ts';
import { formatPairingCode, readPairingCode } from '#functions/devices/domain/pairing-code.ts';
import { monday9 } from '#test/support/dossiers.ts';
import { got } from '#test/support/offline.ts';

const asked = {
  id: '01KAPXJ5V0ZK9Q4T8N6W2C7D3F' as DeviceId,
  office: 'bd-vi-thanh',
  kind: 'kiosk',
  name: 'Máy lấy số',
} as const;
const started = startPairing(asked, 'binh', monday9);
const expiry = plus(monday9, pairingLife);

describe('a device', () => {
  it('waits for its code, until the code has run out', () => {
    expect(stateOf(started, monday9)).toBe('pairing');
    expect(stateOf(started, expiry)).toBe('expired');
    expect(isPaired(started)).toBe(false);
    expect(pair(started, 'seal', expiry).ok).toBe(false);
  });

  it('is paired once, and stays so', () => {
    const paired = got(pair(started, 'seal', monday9));
    expect(stateOf(paired, expiry)).toBe('paired');
    expect(isPaired(paired)).toBe(true);
    expect(pair(paired, 'other', monday9).ok).toBe(false);
  });

  it('is revoked for good, paired or not', () => {
    for (const device of [started, got(pair(started, 'seal', monday9))]) {
      const revoked = got(revoke(device, 'binh', monday9));
      expect(stateOf(revoked, monday9)).toBe('revoked');
      expect(isPaired(revoked)).toBe(false);
      for (const step of [pair(revoked, 's', monday9), rename(revoked, 'X')])
        expect(step.ok).toBe(false);
    }
  });
});

describe('a pairing code', () => {
  it('is read as it is printed, without its hyphen', () => {
    const code = { handle: '482913', secret: '472201' };
    expect(formatPairingCode(code)).toBe('482913-472201');
    expect(readPairingCode('482913472201')).toEqual(code);
  });
});

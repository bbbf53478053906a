import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { route } from '#edge/contract.ts';
import { contract as handover } from '#functions/handover/api/contract.ts';
import { contract as intake } from '#functions/intake/api/contract.ts';
import { contract as returns } from '#functions/returns/api/contract.ts';
import { served } from '#test/support/edge/served.ts';

const body = z.strictObject({ text: z.string() });
const answers = { 200: z.object({ letters: z.int() }) };
const contract = {
  usual: route({ method: 'POST', path: '/usual', who: 'anyone', summary: 'U', body, answers }),
  long: route({
    method: 'POST',
    path: '/long',
    who: 'anyone',
    summary: 'L',
    bodyBytes: 100_000,
    body,
    answers,
  }),
} as const;
const counted = async ({ body: { text } }: { body: { text: string } }) =>
  ({ status: 200, body: { letters: text.length } }) as const;
const send = served({ contract, handlers: { usual: counted, long: counted } });

/** A body of so many bytes. */
const ofBytes = (bytes: number, letter: string) => {
  const frame = Buffer.byteLength(JSON.stringify({ text: '' }));
  return { text: letter.repeat((bytes - frame) / Buffer.byteLength(letter)) };
};

describe('the length of a body', () => {
  it.each([
    ['POST /usual', 64 * 1024],
    ['POST /long', 100_000],
  ] as const)('is bounded by its route, in bytes: %s', async (key, most) => {
    expect((await send(key, { body: ofBytes(most, 'a') })).status).toBe(200);
    const refused = await send(key, { body: ofBytes(most + 1, 'a') });
    expect([refused.status, refused.body.code]).toEqual([413, 'body-too-large']);
    expect((await send(key, { body: ofBytes(most + 4, 'ệ') })).status).toBe(413);
  });
});

const repeated = <T>(n: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: n }, (_, at) => make(at));
const papers = (n: number) =>
  repeated(n, (at) => ({ id: `thanh-phan-ho-so-so-${at}`, copyKind: 'certified', count: 1 }));

describe('a list that is as long as its route allows', () => {
  const applicant = {
    name: 'Công ty Dịch vụ Hậu Giang',
    personalNumber: '093190001234',
    phone: '0912345678',
    address: 'Ấp 3, xã Vị Tân, thành phố Cần Thơ',
  };
  const count = {
    isSealIntact: false,
    strays: [],
    lines: repeated(250, () => ({
      dossierId: '01KAPXJ5V0ZK9Q4T8N6W2C7D3F',
      verdict: 'missing',
      isTaken: true,
      found: papers(20).slice(1),
      remark: 'Ướt, mực nhòe, không đọc được số và dấu. '.repeat(7).trim(),
    })),
  };
  const registrations = {
    applicant,
    lines: repeated(50, () => ({
      procedure: '1.012783',
      components: papers(60),
      fees: { stateFeesVnd: 50_000, postageVnd: 28_000 },
    })),
  };
  const orders = {
    orders: repeated(100, (n) => ({
      externalCode: `G22.99.01-261123-${1_000 + n}`,
      recipient: { ...applicant, personalNumber: undefined, address: 'Ấp 2, phường '.repeat(20) },
      papers: repeated(10, () => ({
        name: 'Giấy chứng nhận quyền sử dụng đất',
        copyKind: 'original',
        count: 1,
      })),
      takeBack: repeated(10, (at) => `Giấy chứng nhận cũ số ${at}, cấp trước ngày 01/7/2025`),
    })),
  };

  it.each([
    ['a count of a full pouch', handover.countPouch, count],
    ['fifty dossiers of one sender', intake.registerMany, registrations],
    ['a hundred return orders', returns.orderReturns, orders],
  ])('fits into one body: %s', (_, { body: shape, bodyBytes }, sent) => {
    const text = JSON.stringify(sent);
    expect(shape.safeParse(JSON.parse(text)).error?.issues).toBeUndefined();
    expect(Buffer.byteLength(text)).toBeGreaterThan(64 * 1024);
    expect(Buffer.byteLength(text)).toBeLessThan(bodyBytes ?? 0);
  });
});

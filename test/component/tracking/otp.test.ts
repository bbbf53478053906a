import { describe, expect, it } from 'vitest';
import { makeSeals } from '#adapters/node/seals.ts';
import { openedBy } from '#application/citizen-session.ts';
import { hours, instant, minutes, seconds } from '#domain/time/instant.ts';
import { makeOpenSession } from '#functions/tracking/application/session.ts';
import { anAcceptance, dossierId } from '#test/support/dossiers.ts';
import { keysUnder } from '#test/support/keys.ts';
import {
  aSession,
  aTrackingDesk,
  digitsOf,
  seals,
  theReceipt,
  typed,
} from '#test/support/tracking.ts';

const { code } = anAcceptance;

describe('a one-time code', () => {
  it('comes as one SMS to the phone of the dossier, and says how long it lasts', async () => {
    const desk = await aTrackingDesk();
    expect(await desk.requestOtp(await theReceipt())).toEqual({ ok: true, value: 'asked' });
    expect(await desk.work()).toEqual(['sent']);
    expect(desk.inbox).toEqual([
      {
        reference: expect.stringMatching(/^otp-[0-9A-Z]{26}$/),
        phone: '+84912345678',
        text: 'Buu dien: Ma xac nhan 123456, dung trong 5 phut. Khong doc ma nay cho bat ky ai, ke ca nhan vien buu dien.',
      },
    ]);
  });

  it('comes at night too: the citizen asked', async () => {
    const desk = await aTrackingDesk();
    desk.setTo(instant(Date.UTC(2026, 10, 23, 18)));
    await desk.requestOtp(await theReceipt());
    expect(await desk.work()).toEqual(['sent']);
  });

  it.each([
    ['a wrong secret', theReceipt({ secret: 'WRONG234' })],
    [
      'a code that nobody has',
      theReceipt().then((ask) => ({ ...ask, code: 'H13.01-261123-9999' })),
    ],
  ])('is answered alike for %s, passed on alike, and never sent', async (_, asked) => {
    const desk = await aTrackingDesk();
    expect(await desk.requestOtp(await asked)).toEqual({ ok: true, value: 'asked' });
    expect(desk.queue).toHaveLength(1);
    expect(await desk.work()).toEqual(['not-asked']);
    expect(desk.inbox).toEqual([]);
  });

  it('is in the SMS and nowhere else', async () => {
    const desk = await aTrackingDesk();
    await desk.requestOtp(await theReceipt());
    const [request] = desk.queue;
    await desk.work();
    const kept = {
      request,
      row: await desk.sms.find(desk.inbox[0]?.reference ?? ''),
      code: await desk.codes.spendTry(dossierId, desk.clock.now()),
    };
    expect(kept.row).toMatchObject({ state: 'sent', template: 'otp', values: {} });
    expect(JSON.stringify(kept)).not.toContain(digitsOf(desk.inbox[0]));
  });

  it('is sent once when the message comes twice, and stays the one that was sent', async () => {
    const desk = await aTrackingDesk();
    await desk.requestOtp(await theReceipt());
    const again = [...desk.queue];
    await desk.work();
    desk.queue.push(...again);
    expect(await desk.work()).toEqual(['settled-before']);
    expect(desk.inbox).toHaveLength(1);
    const otp = digitsOf(desk.inbox[0]);
    expect((await desk.openSession(await typed(otp))).ok).toBe(true);
  });

  it('is not sent when nobody waits for it any more', async () => {
    const desk = await aTrackingDesk();
    await desk.requestOtp(await theReceipt());
    desk.advance(minutes(3));
    expect(await desk.work()).toEqual(['late']);
    expect(desk.inbox).toEqual([]);
  });

  it.each([
    ['failed', { outcome: 'refused', why: 'esms-104' }],
    ['unknown', { outcome: 'unknown', why: 'no-answer' }],
  ] as const)('that ended %s is kept so in the ledger', async (state, outcome) => {
    const desk = await aTrackingDesk('accepted', { outcome });
    await desk.requestOtp(await theReceipt());
    expect(await desk.work()).toEqual([state]);
    expect(await desk.sms.find(desk.inbox[0]?.reference ?? '')).toMatchObject({ state });
  });
});

describe('the limits on one-time codes', () => {
  it('stop one address at ten an hour, whatever it asks for', async () => {
    const desk = await aTrackingDesk();
    const answers = [];
    for (let n = 0; n < 11; n++)
      answers.push(await desk.requestOtp(await theReceipt({ secret: `GUESS${100 + n}` })));
    expect(answers.map(({ ok }) => ok)).toEqual([...Array(10).fill(true), false]);
    expect(answers.at(-1)).toMatchObject({ refusal: { code: 'too-many-tries' } });
    desk.advance(hours(1));
    expect((await desk.requestOtp(await theReceipt())).ok).toBe(true);
  });

  it('let three SMS an hour reach one number, and the asker sees no difference', async () => {
    const desk = await aTrackingDesk();
    const settled = [];
    for (let n = 0; n < 5; n++) {
      const asked = await desk.requestOtp(await theReceipt({ sourceIp: `203.0.113.${n}` }));
      expect(asked).toEqual({ ok: true, value: 'asked' });
      settled.push(...(await desk.work()));
    }
    expect(settled).toEqual(['sent', 'sent', 'sent', 'number-limit', 'number-limit']);
    expect(desk.inbox).toHaveLength(3);
  });

  it('send at most the day’s budget of the province for a thousand requests', async () => {
    const desk = await aTrackingDesk('accepted', { dailyBudget: 5 });
    const receipt = await theReceipt();
    for (let n = 0; n < 1_000; n++) {
      // Each from another address, and hours pass: neither of the other limits bites first.
      await desk.requestOtp({ ...receipt, sourceIp: `198.51.100.${n}` });
      await desk.work();
      if (n % 3 === 2 && n < 30) desk.advance(minutes(40));
    }
    expect(desk.inbox).toHaveLength(5);
  });
});

describe('a session', () => {
  it('opens the dossier for fifteen minutes and no other', async () => {
    const desk = await aTrackingDesk();
    const { token, expiresAt } = await aSession(desk);
    expect(expiresAt).toBe(desk.clock.now() + minutes(15));
    expect(await openedBy(desk, token)).toEqual({ ok: true, value: dossierId });
    desk.advance(minutes(15));
    expect(await openedBy(desk, token)).toMatchObject({ refusal: { code: 'session-invalid' } });
  });

  it('opens once for one code', async () => {
    const desk = await aTrackingDesk();
    await aSession(desk);
    const again = await desk.openSession(await typed(digitsOf(desk.inbox[0])));
    expect(again).toMatchObject({ refusal: { code: 'otp-denied' } });
  });

  it('does not open with a code of more than five minutes', async () => {
    const desk = await aTrackingDesk();
    await desk.requestOtp(await theReceipt());
    await desk.work();
    desk.advance(minutes(5));
    const opened = await desk.openSession(await typed(digitsOf(desk.inbox[0])));
    expect(opened).toMatchObject({ refusal: { code: 'otp-denied' } });
  });

  it('does not open with the code before the last', async () => {
    const desk = await aTrackingDesk();
    for (let n = 0; n < 2; n++) {
      await desk.requestOtp(await theReceipt());
      await desk.work();
    }
    const [older, newer] = desk.inbox.map(digitsOf);
    const open = async (otp = '') => desk.openSession(await typed(otp));
    expect(await open(older)).toMatchObject({ refusal: { code: 'otp-denied' } });
    expect((await open(newer)).ok).toBe(true);
  });

  it.each([
    ['no such dossier', 'H13.01-261123-9999', '123456'],
    ['wrong digits', code, '999999'],
  ])('says the same for %s as for everything else that does not fit', async (_, asked, otp) => {
    const desk = await aTrackingDesk();
    await desk.requestOtp(await theReceipt());
    await desk.work();
    expect(await desk.openSession({ ...(await typed(otp)), code: asked })).toEqual({
      ok: false,
      refusal: { code: 'otp-denied' },
    });
  });

  it('takes five guesses of fifty that come at once, and then not even the right one', async () => {
    const desk = await aTrackingDesk();
    await desk.requestOtp(await theReceipt());
    await desk.work();
    let evaluated = 0;
    const counting = {
      ...seals,
      isMac: (...asked: Parameters<typeof seals.isMac>) => {
        evaluated += 1;
        return seals.isMac(...asked);
      },
    };
    const open = makeOpenSession({ ...desk, seals: counting });
    const guesses = Array.from({ length: 50 }, async (_, n) =>
      open({ ...(await typed(String(900_000 + n))), sourceIp: `198.51.100.${n}` }),
    );
    expect((await Promise.all(guesses)).filter(({ ok }) => ok)).toEqual([]);
    expect(evaluated).toBe(5);
    const right = await open(await typed(digitsOf(desk.inbox[0])));
    expect(right).toMatchObject({ refusal: { code: 'otp-denied' } });
  });

  it('cannot be burnt by a stranger who knows the code of the dossier only', async () => {
    const desk = await aTrackingDesk();
    await desk.requestOtp(await theReceipt());
    await desk.work();
    const otp = digitsOf(desk.inbox[0]);
    for (const digits of ['1', '2', '3', '4', '5', '6'])
      expect(
        await desk.openSession({ ...(await typed(digits.repeat(6))), secret: 'ABCDEFGHJK' }),
      ).toEqual({ ok: false, refusal: { code: 'otp-denied' } });
    expect((await desk.openSession({ ...(await typed(otp)), secret: 'ABCDEFGHJK' })).ok).toBe(
      false,
    );
    expect((await desk.openSession(await typed(otp))).ok).toBe(true);
  });

  it('opens for one of many who have the right digits at once', async () => {
    const desk = await aTrackingDesk();
    await desk.requestOtp(await theReceipt());
    await desk.work();
    const otp = digitsOf(desk.inbox[0]);
    const opened = await Promise.all(
      Array.from({ length: 5 }, async () => desk.openSession(await typed(otp))),
    );
    expect(opened.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('stops one address that tries many dossiers', async () => {
    const desk = await aTrackingDesk();
    const answers = [];
    for (let n = 0; n < 31; n++)
      answers.push(
        await desk.openSession({
          ...(await typed('111111')),
          code: `H13.01-261123-${1000 + n}`,
        }),
      );
    expect(answers.at(-2)).toMatchObject({ refusal: { code: 'otp-denied' } });
    expect(answers.at(-1)).toMatchObject({ refusal: { code: 'too-many-tries' } });
  });
});

describe('a session token', () => {
  const other = '01KAPXJ5V0ZK9Q4T8N6W2C7D3Z';
  const forgeries: readonly (readonly [string, (token: string) => string])[] = [
    ['for another dossier', (token) => token.replace(dossierId, other)],
    ['that lasts longer', (token) => token.replace(/\.\d+\./, '.9999999999999.')],
    ['whose seal is another', (token) => `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`],
    ['without a seal', (token) => token.slice(0, -64)],
    ['that goes on behind its end', (token) => `${token}0`],
    ['that is empty', () => ''],
    ['that is a staff token', () => 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.'],
  ];

  it.each(forgeries)('%s opens nothing', async (_, forge) => {
    const desk = await aTrackingDesk();
    const { token } = await aSession(desk);
    expect(await openedBy(desk, forge(token))).toMatchObject({
      refusal: { code: 'session-invalid' },
    });
  });

  it('survives a rotation of the key for as long as it lasts', async () => {
    const desk = await aTrackingDesk();
    const { token } = await aSession(desk);
    const rotated = makeSeals(keysUnder('n'.repeat(64), 'm'.repeat(64)));
    desk.advance(seconds(60));
    expect((await openedBy({ ...desk, seals: rotated }, token)).ok).toBe(true);
  });
});

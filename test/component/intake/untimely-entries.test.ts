import { describe, expect, it } from 'vitest';
import type { Staff } from '#domain/actor/actor.ts';
import { formatTemporaryNumber } from '#domain/identifiers/temporary-number.ts';
import { hours, minus, minutes, plus } from '#domain/time/instant.ts';
import { untimelyContract } from '#functions/intake/api/untimely-contract.ts';
import { makeUntimelyHandlers } from '#functions/intake/api/untimely-handler.ts';
import { enteringOrNoting } from '#functions/intake/application/offline/untimely-entries.ts';
import { monday9 } from '#test/support/dossiers.ts';
import { clerkClaims, served } from '#test/support/edge/served.ts';
import { aCounterWithSlips, got, handedIn } from '#test/support/offline.ts';
import { clerk, refusal } from '#test/support/shipments.ts';

const supervisor: Staff = { kind: 'staff', id: 'binh', role: 'supervisor' };
const supervisorClaims = { ...clerkClaims, sub: 'binh', 'cognito:groups': ['supervisor'] };
const early = minus(monday9, minutes(1));
const invalid = { ok: false, refusal: { code: 'taken-time-invalid', why: 'before-the-lease' } };

type Slips = Awaited<ReturnType<typeof aCounterWithSlips>>;
const entry = ({ numbers }: Slips, change: object = {}) => ({
  ...handedIn,
  actor: clerk,
  idempotency: { scope: 'office', key: 'device-2-1', requestHash: 'h' },
  intakeMode: 'onestop' as const,
  number: numbers[0],
  takenAt: early,
  wasComplete: true,
  ...change,
});

const listed = async ({ untimely }: Slips) =>
  (await untimely.list({ limit: 10 })).items.map(({ number }) => number);

describe('an entry with a time that cannot have been', () => {
  it('is refused, kept with its slip, on the supervisors’ list, and moves nothing', async () => {
    const counter = await aCounterWithSlips();
    counter.advance(hours(2));
    expect(await counter.enter(entry(counter))).toMatchObject(invalid);
    expect(await counter.enter(entry(counter))).toMatchObject(invalid);
    expect(await listed(counter)).toEqual([counter.numbers[0]]);
    const block = got(await counter.blocks.read(clerk, counter.block.id));
    expect(block).toMatchObject({ version: 2, fates: {} });
    expect(block.untimely).toMatchObject({
      [counter.numbers[0]]: { count: 1, told: [{ takenAt: early, why: 'before-the-lease' }] },
    });
    expect(
      (await counter.index.worklist(clerk.office ?? '', 'registered', { limit: 5 })).items,
    ).toEqual([]);
    expect(JSON.stringify(block)).not.toContain(handedIn.applicant.name);
  });

  it('is off the list when the slip comes in under a time that can have been', async () => {
    const counter = await aCounterWithSlips();
    counter.advance(hours(2));
    await counter.enter(entry(counter));
    const takenAt = plus(monday9, hours(1));
    const idempotency = { scope: 'office', key: 'device-2-2', requestHash: 'h' };
    expect((await counter.enter(entry(counter, { takenAt, idempotency }))).ok).toBe(true);
    expect(await listed(counter)).toEqual([]);
  });

  it('that nobody could keep is not told as if it were', async () => {
    const counter = await aCounterWithSlips();
    const busy = async () => refusal('changed-meanwhile') as never;
    const refused = async () => invalid as never;
    const enter = enteringOrNoting(refused, { note: busy });
    expect(await enter(entry(counter))).toEqual(refusal('changed-meanwhile'));
  });

  it('is of the counter’s own slips alone, and nothing where the time can have been', async () => {
    const counter = await aCounterWithSlips();
    counter.advance(hours(2));
    const stranger: Staff = { ...clerk, id: 'minh', office: 'bd-nga-bay' };
    const unknown = refusal('temporary-number-unknown');
    expect(await counter.enter(entry(counter, { actor: stranger }))).toEqual(unknown);
    const [number] = counter.numbers;
    expect(await counter.untimely.note({ actor: stranger, number, takenAt: early })).toEqual(
      unknown,
    );
    await counter.untimely.note({ actor: clerk, number, takenAt: plus(monday9, hours(1)) });
    expect(await listed(counter)).toEqual([]);
  });

  it('of three slips at once is kept of each', async () => {
    const counter = await aCounterWithSlips();
    await Promise.all(
      counter.numbers.map((number, n) =>
        counter.enter(
          entry(counter, { number, idempotency: { scope: 'o', key: `k-${n}`, requestHash: 'h' } }),
        ),
      ),
    );
    expect(await listed(counter)).toEqual([...counter.numbers]);
  });

  it('ends with a supervisor’s finding, under a key', async () => {
    const counter = await aCounterWithSlips();
    await counter.enter(entry(counter));
    const ask = {
      actor: supervisor,
      idempotency: { scope: 's', key: 'k-settle', requestHash: 'h' },
      number: counter.numbers[0],
      finding: 'Ghi nhầm giờ',
    };
    const settled = await counter.untimely.settle(ask);
    expect(await counter.untimely.settle(ask)).toEqual(settled);
    expect(await listed(counter)).toEqual([]);
    const again = { ...ask, idempotency: undefined };
    expect(await counter.untimely.settle(again)).toEqual(refusal('untimely-entry-settled'));
    for (const number of [counter.numbers[1], formatTemporaryNumber(999_999, 1)])
      expect(await counter.untimely.settle({ ...again, number })).toEqual(
        refusal('untimely-entry-unknown'),
      );
  });
});

describe('the supervisors’ list of such slips', () => {
  it('is shown to supervisors and to nobody of the post, with what was told and why', async () => {
    const counter = await aCounterWithSlips();
    await counter.enter(entry(counter));
    const quiet = () => undefined;
    const send = served({
      contract: untimelyContract,
      log: { info: quiet, warn: quiet, error: quiet },
      handlers: makeUntimelyHandlers(counter),
    });
    const path = '/v1/back-entries/untimely';
    expect((await send(`GET ${path}`, { claims: clerkClaims })).body.code).toBe('role-missing');
    const { body } = await send(`GET ${path}`, { claims: supervisorClaims });
    expect(body).toEqual({
      items: [
        {
          number: counter.numbers[0],
          block: counter.block.id,
          office: 'bd-vi-thanh',
          device: 'quay-2',
          count: 1,
          told: [
            {
              takenAt: '2026-11-23T08:59:00+07:00',
              why: 'before-the-lease',
              by: 'lan',
              at: '2026-11-23T09:00:00+07:00',
            },
          ],
        },
      ],
    });
    const settlement = `POST ${path}/{number}/settlement`;
    const finding = { finding: 'Ghi nhầm giờ' };
    const params = { number: counter.numbers[0] };
    const settled = await send(settlement, { params, body: finding, claims: supervisorClaims });
    expect(settled).toMatchObject({
      status: 200,
      body: { told: [{ settled: { by: 'binh', ...finding } }] },
    });
    const left = await send(`GET ${path}`, { claims: supervisorClaims });
    expect(left.body).toEqual({ items: [] });
  });
});

import { describe, expect, it } from 'vitest';
import { decideOn } from '#application/deciding.ts';
import { makePublishEvent } from '#application/publish-event.ts';
import { extendLease, releaseLease } from '#domain/dossier/steps/lease.ts';
import { seconds } from '#domain/time/instant.ts';
import type { PublishedEvent } from '#events/catalogue.ts';
import { makeReceiveDossier } from '#functions/departments/application/receive-dossier.ts';
import { makeSweepOutbox } from '#functions/oversight/application/sweep-outbox.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';
import { officer } from '#test/support/dossiers.ts';
import { aWorldAt } from '#test/support/worlds.ts';

/** What could be done again and again, were it not for its key. */
const extend = (
  ledger: UnitOfWork,
  { clock, dossierId }: Awaited<ReturnType<typeof aWorldAt>>,
  requestHash = 'h',
) =>
  decideOn(
    { ledger, clock },
    'lease-dossier',
    { actor: officer, dossierId, idempotency: { scope: 'ct-nnmt', key: 'k1', requestHash } },
    ({ dossier }, now) =>
      extendLease(dossier, { leaseNo: 1, holder: officer.id, now }, seconds(60)),
    ({ change }) => change.after.version,
  );

const release = (
  ledger: UnitOfWork,
  world: Awaited<ReturnType<typeof aWorldAt>>,
  key: string,
  hash = 'h',
) =>
  decideOn(
    { ledger, clock: world.clock },
    'lease-dossier',
    {
      actor: officer,
      dossierId: world.dossierId,
      idempotency: { scope: 'ct-nnmt', key, requestHash: hash },
    },
    ({ dossier }, now) => releaseLease(dossier, { leaseNo: 1, holder: officer.id, now }),
    ({ change }) => change.after.version,
  );

describe('a request under an idempotency key', () => {
  it('is answered the same for ever, and changes the dossier once', async () => {
    const world = await aWorldAt('leased');
    const first = await release(world.ledger, world, 'k1');
    expect(await release(world.ledger, world, 'k1')).toEqual(first);
    expect((await world.ledger.history(world.dossierId)).at(-1)?.fact.type).toBe('lease-released');
    expect(await release(world.ledger, world, 'k2')).toMatchObject({
      refusal: { code: 'lease-not-held' },
    });
  });

  it('does once what could be done again, and asks for an answer only when there is one', async () => {
    const world = await aWorldAt('leased');
    let asked = 0;
    const ledger: UnitOfWork = {
      ...world.ledger,
      answer: (...of) => {
        asked += 1;
        return world.ledger.answer(...of);
      },
    };
    const first = await extend(ledger, world);
    expect(asked).toBe(0);
    expect(await extend(ledger, world)).toEqual(first);
    expect(asked).toBe(1);
    expect(await extend(ledger, world, 'other')).toEqual({
      ok: false,
      refusal: { code: 'idempotency-key-reused' },
    });
    const { dossier } = (await world.ledger.load(world.dossierId)) ?? {};
    expect(first).toMatchObject({ value: dossier?.version });
  });

  it('gets the same answer for its twin, sent at the same time and overtaken before it looked', async () => {
    const world = await aWorldAt('leased');
    let first: ReturnType<typeof release> | undefined;
    const overtaken: UnitOfWork = {
      ...world.ledger,
      load: async (id) => {
        first ??= release(world.ledger, world, 'k1');
        await first;
        return world.ledger.load(id);
      },
    };
    const twin = await release(overtaken, world, 'k1');
    expect(twin).toMatchObject({ ok: true });
    expect(twin).toEqual(await first);
  });

  it('is refused for another body', async () => {
    const world = await aWorldAt('leased');
    await release(world.ledger, world, 'k1');
    expect(await release(world.ledger, world, 'k1', 'other')).toEqual({
      ok: false,
      refusal: { code: 'idempotency-key-reused' },
    });
  });

  it('is answered by the first writer when the outcome of that write was never seen', async () => {
    const world = await aWorldAt('leased');
    let lost = true;
    const flaky: UnitOfWork = {
      ...world.ledger,
      commit: async (commit) => {
        const written = await world.ledger.commit(commit);
        if (!lost) return written;
        lost = false;
        throw new Error('connection reset');
      },
    };
    await expect(release(flaky, world, 'k1')).rejects.toThrow('connection reset');
    expect(await release(flaky, world, 'k1')).toMatchObject({ ok: true });
    const releases = (await world.ledger.history(world.dossierId)).filter(
      ({ fact }) => fact.type === 'lease-released',
    );
    expect(releases).toHaveLength(1);
  });

  it('gives up after bounded contention, with nothing written', async () => {
    const world = await aWorldAt('leased');
    const rival: UnitOfWork = {
      ...world.ledger,
      commit: async () => ({ ok: false, why: 'stale' }),
    };
    expect(await release(rival, world, 'k1')).toEqual({
      ok: false,
      refusal: { code: 'changed-meanwhile' },
    });
    expect(await world.ledger.answer('ct-nnmt', 'k1')).toBeUndefined();
  });
});

describe('the way to the department', () => {
  it('is taken once, however often the message comes', async () => {
    const world = await aWorldAt('accepted');
    const receive = makeReceiveDossier(world);
    const message = {
      eventId: `${world.dossierId}:4`,
      dossierId: world.dossierId,
      agency: 'ct-nnmt',
    };
    expect(await receive(message)).toEqual({ ok: true, value: 'received' });
    expect(await receive(message)).toEqual({ ok: true, value: 'received' });
    const reached = (await world.ledger.history(world.dossierId)).filter(
      ({ fact }) => fact.type === 'department-reached',
    );
    expect(reached).toHaveLength(1);
  });

  it('is found by the sweeper when the stream missed it, and not published twice after that', async () => {
    const world = await aWorldAt('accepted');
    const published: PublishedEvent[] = [];
    let isDown = true;
    const publish = makePublishEvent({
      outbox: world.outbox,
      publisher: {
        publish: async (event) => {
          if (isDown) throw new Error('queue is down');
          published.push(event);
        },
      },
    });
    const sweep = makeSweepOutbox({ outbox: world.outbox, clock: world.clock, publish });
    expect(await sweep()).toEqual({ published: 0, failed: 0 });
    world.advance(seconds(21));
    expect(await sweep()).toEqual({ published: 0, failed: 1 });
    isDown = false;
    expect(await sweep()).toEqual({ published: 1, failed: 0 });
    expect(await sweep()).toEqual({ published: 0, failed: 0 });
    expect(published.map(({ type }) => type)).toEqual(['vn.post-counter.dossier-accepted.v1']);
  });
});

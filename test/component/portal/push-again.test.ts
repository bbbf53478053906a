import { beforeEach, describe, expect, it } from 'vitest';
import type { Staff } from '#domain/actor/actor.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { days, minutes } from '#domain/time/instant.ts';
import { makePushAgain } from '#functions/portal/application/push-again.ts';
import { makeCountStale } from '#functions/portal/application/push-pending.ts';
import { makeListRejected, makeReadSync } from '#functions/portal/application/read-syncs.ts';
import { nationalSyncKind } from '#functions/portal/records.ts';
import { officer } from '#test/support/dossiers.ts';
import { theAgency } from '#test/support/national.ts';
import {
  aProvince,
  dossierAt,
  justice,
  leader,
  otherLeader,
  supervisor,
} from '#test/support/national-province.ts';

const by = { actor: supervisor, idempotency: undefined };

let world: Awaited<ReturnType<typeof aProvince>>;

beforeEach(async () => {
  world = await aProvince([
    [theAgency, 3],
    [justice, 2],
  ]);
});

const at = (index: number) => dossierAt(world, index);

describe('pushing again', () => {
  const ids = () => [at(0).id, at(1).id, at(2).id];

  it('puts right what a report has found, within a minute and with all steps', async () => {
    const { copies, progress, again, sweep } = world;
    copies.clear();
    progress.clear();
    expect(await again({ ...by, dossierIds: ids() })).toMatchObject({ ok: true });
    expect(await sweep()).toMatchObject({ pushed: 3, failed: 0 });
    expect(copies.size).toBe(3);
    expect(progress.get(at(0).code)).toHaveLength(1);
  });

  it('is the same twice, and a key is answered once', async () => {
    const { again, sweep, puts } = world;
    const before = puts.length;
    const idempotency = { scope: 'binh', key: 'again-1', requestHash: 'h' };
    const first = await again({ ...by, idempotency, dossierIds: ids() });
    expect(await again({ ...by, idempotency, dossierIds: ids() })).toEqual(first);
    await again({ ...by, dossierIds: [...ids(), ...ids()] });
    await sweep();
    expect(puts.length - before).toBe(3);
  });

  it('reaches a dossier that nobody ever wanted pushed', async () => {
    const { deps, again, sweep, copies } = world;
    const [id, code] = [at(0).id, at(0).code];
    copies.delete(code);
    const ledger = { ...deps.ledger, record: async () => undefined };
    const fresh = makePushAgain({ ...deps, ledger: ledger as typeof deps.ledger });
    // The record is there, so a first one cannot be written over it.
    expect(await fresh({ ...by, dossierIds: [id] })).toMatchObject({
      refusal: { code: 'changed-meanwhile' },
    });
    expect(await again({ ...by, dossierIds: [id] })).toMatchObject({ ok: true });
    await sweep();
    expect(copies.has(code)).toBe(true);
  });

  it.each([
    ['another agency’s leader', otherLeader],
    ['an officer', officer],
  ])('is not %s’s to ask for, and then nothing is marked', async (_, actor) => {
    const { again, ledger } = world;
    const before = await ledger.record(nationalSyncKind, at(0).id);
    expect(await again({ ...by, actor, dossierIds: [at(0).id] })).toMatchObject({
      refusal: { code: 'dossier-unknown' },
    });
    expect(await ledger.record(nationalSyncKind, at(0).id)).toBe(before);
  });

  it('is all of them or none', async () => {
    const { again, ledger } = world;
    const before = await ledger.record(nationalSyncKind, at(0).id);
    const stranger = '01KAPXJ5V0ZK9Q4T8N6W2C7D3Z' as DossierId;
    expect(await again({ ...by, dossierIds: [at(0).id, stranger] })).toMatchObject({ ok: false });
    expect(await ledger.record(nationalSyncKind, at(0).id)).toBe(before);
  });
});

describe('what the portal has refused', () => {
  beforeEach(async () => {
    const { behaviour, again, sweep, advance } = world;
    behaviour.next = (call) => (call === 'put' ? 'refused' : 'accepted');
    await again({ ...by, dossierIds: [at(0).id, at(3).id] });
    await sweep();
    advance(minutes(1));
    behaviour.next = () => 'accepted';
  });

  const rejected = async (actor: Staff, agency?: string) => {
    const listed = await makeListRejected(world.deps)(actor, agency, { limit: 10 });
    return listed.ok ? listed.value.items.map(({ code }) => code) : listed.refusal.code;
  };

  it('is listed with its reason: all for the province, the own for a leader', async () => {
    expect(await rejected(supervisor)).toEqual([at(0).code, at(3).code]);
    expect(await rejected(supervisor, 'ct-tp')).toEqual([at(3).code]);
    expect(await rejected(leader)).toEqual([at(0).code]);
    expect(await rejected(leader, 'ct-tp')).toBe('agency-unknown');
    const sync = await makeReadSync(world.deps)(leader, at(0).id);
    expect(sync).toMatchObject({ value: { state: 'rejected', rejection: { why: 'portal-99' } } });
  });

  it('leaves the list when it is pushed again', async () => {
    await world.again({ ...by, dossierIds: [at(0).id] });
    await world.sweep();
    expect(await rejected(supervisor)).toEqual([at(3).code]);
  });

  it('is left out of a list that is a moment old, where it has gone to another agency', async () => {
    const index = {
      ...world.deps.index,
      listed: async () => ({ items: [at(0).id, at(3).id] }),
    };
    const listed = await makeListRejected({ ...world.deps, index })(leader, undefined, {
      limit: 10,
    });
    expect(listed).toMatchObject({ value: { items: [{ code: at(0).code }] } });
  });

  it('for a day is stale, as what is pending is', async () => {
    const countStale = makeCountStale(world.deps);
    expect(await countStale()).toBe(0);
    world.advance(days(1));
    expect(await countStale()).toBe(2);
  });

  it('is nobody else’s to read', async () => {
    const read = makeReadSync(world.deps);
    for (const actor of [otherLeader, officer])
      expect(await read(actor, at(0).id)).toMatchObject({
        refusal: { code: 'national-copy-unknown' },
      });
  });
});

import { describe, expect, it } from 'vitest';
import { publishedEvent } from '#application/published-event.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { days, minutes } from '#domain/time/instant.ts';
import { makePushDossier } from '#functions/portal/application/push-dossier.ts';
import { makeCountStale, makePushPending } from '#functions/portal/application/push-pending.ts';
import { makeJudge } from '#functions/portal/push-dossier/handler.ts';
import { makeHandler } from '#functions/portal/push-pending/handler.ts';
import { nationalSyncKind } from '#functions/portal/records.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';
import { anAcceptance, officer, type Station } from '#test/support/dossiers.ts';
import { givenWrite } from '#test/support/given-write.ts';
import { aPortal, theCatalogue } from '#test/support/national.ts';
import { aWorldAt } from '#test/support/worlds.ts';

const { code } = anAcceptance;

/** What is asked of the store, by operation. */
const counted = (ledger: UnitOfWork) => {
  const requests = new Map<string, number>();
  const count = (operation: string | symbol) =>
    requests.set(String(operation), (requests.get(String(operation)) ?? 0) + 1);
  const proxy = new Proxy(ledger, {
    get: (target, operation) => {
      const asked = Reflect.get(target, operation) as (...args: unknown[]) => unknown;
      return (...args: unknown[]) => {
        count(operation);
        return asked(...args);
      };
    },
  });
  return { ledger: proxy, requests };
};

/** One dossier, its portal, and everything that pushes. */
const aWorld = async (station: Station, isConfigured = true) => {
  const bare = await aWorldAt(station);
  const { ledger, requests } = counted(bare.ledger);
  const world = { ...bare, ledger };
  const national = aPortal();
  const deps = {
    ...world,
    catalogue: theCatalogue,
    portal: isConfigured ? national.portal : undefined,
  };
  const push = makePushDossier(deps);
  const logged: string[] = [];
  const stale: number[] = [];
  const log = {
    info: (line: string) => void logged.push(line),
    warn: (line: string) => void logged.push(line),
    error: (line: string) => void logged.push(line),
  };
  const count = (_: string, times = 1) => void stale.push(times);
  const sweep = makeHandler(
    {
      isConfigured,
      pushPending: makePushPending({ ...deps, push }),
      countStale: makeCountStale(deps),
    },
    log,
    count,
  );
  const { clock, dossierId } = world;
  const happens = async (...facts: readonly DossierFact[]) => {
    const stored = await ledger.load(dossierId);
    if (!stored) throw new Error('no dossier');
    const write = givenWrite(stored, facts, { actor: officer, now: clock.now() });
    await ledger.commit({ dossiers: [write] });
    return write.change.after.version;
  };
  /** The queue's message of an event, as its publisher makes it. */
  const hears = async (version: number) => {
    const event = await ledger.event(dossierId, version);
    const message = event && publishedEvent(event);
    if (!message) throw new Error(`version ${version} is not published`);
    return makeJudge(push, log, count)(message);
  };
  const sync = () => ledger.record(nationalSyncKind, dossierId);
  return {
    ...world,
    ...national,
    push,
    sweep,
    logged,
    counted: stale,
    requests,
    happens,
    hears,
    sync,
  };
};

const acceptedVersion = 4;
const withdrawal: DossierFact = { type: 'withdrawal-requested', reason: 'Nộp nhầm' };

describe('an accepted dossier', () => {
  it('is on the portal with its first step, as soon as the message is there', async () => {
    const { hears, copies, progress, sync } = await aWorld('accepted');
    expect(await hears(acceptedVersion)).toEqual({ do: 'done' });
    expect(copies.get(code)).toMatchObject({ status: 2, channel: 'postal' });
    expect(progress.get(code)?.map(({ what }) => what)).toEqual(['Tiếp nhận hồ sơ']);
    expect(await sync()).toMatchObject({ state: 'pushed', pushed: { version: acceptedVersion } });
  });

  it('costs two writes a change: noted and begun at once, then settled', async () => {
    const { hears, happens, requests } = await aWorld('acknowledged');
    await hears(acceptedVersion);
    const now = await happens(withdrawal);
    requests.clear();
    await hears(now);
    expect(Object.fromEntries(requests)).toEqual({
      event: 1,
      loadWhole: 1,
      record: 1,
      commit: 2,
    });
  });

  it('is pushed as it is now, whatever the message tells of', async () => {
    const { hears, happens, copies, puts } = await aWorld('acknowledged');
    const now = await happens(withdrawal);
    await hears(acceptedVersion);
    expect(copies.get(code)?.status).toBe(7);
    await hears(now);
    await hears(acceptedVersion);
    expect(puts).toHaveLength(1);
  });

  it('sends only the steps that are new', async () => {
    const { hears, happens, progress } = await aWorld('acknowledged');
    await hears(acceptedVersion);
    await hears(await happens(withdrawal));
    expect(progress.get(code)?.map(({ what }) => what)).toEqual([
      'Tiếp nhận hồ sơ',
      'Bắt đầu xử lý hồ sơ',
      'Yêu cầu rút hồ sơ',
    ]);
  });
});

describe('a dossier without a code', () => {
  it('is told nobody: the message is settled and nothing kept', async () => {
    const { happens, hears, puts, sync } = await aWorld('scanned');
    const version = await happens({ type: 'contact-corrected', why: 'wrong-number' });
    expect(await hears(version)).toEqual({ do: 'done' });
    expect(puts).toEqual([]);
    expect(await sync()).toBeUndefined();
  });
});

describe('a portal that does not answer', () => {
  it('costs no message: the dossier waits, and the sweep pushes it when the portal is back', async () => {
    const { hears, behaviour, sync, sweep, advance, copies } = await aWorld('accepted');
    behaviour.next = () => 'unknown';
    expect(await hears(acceptedVersion)).toEqual({ do: 'done' });
    expect(await sync()).toMatchObject({ state: 'pending', tries: 1, presence: 'unsure' });
    behaviour.next = () => 'accepted';
    await sweep();
    expect(copies.size).toBe(0);
    advance(minutes(1));
    expect(await sweep()).toMatchObject({ pushed: 1 });
    expect(copies.get(code)?.status).toBe(2);
  });

  it('is left alone by the queue for a minute', async () => {
    const { hears, happens, behaviour, puts, advance } = await aWorld('acknowledged');
    behaviour.next = () => 'unknown';
    await hears(acceptedVersion);
    await hears(await happens(withdrawal));
    expect(puts).toHaveLength(1);
    advance(minutes(2));
    behaviour.next = () => 'accepted';
    await hears(await happens({ type: 'withdrawal-granted' }));
    expect(puts.at(-1)).toMatchObject({ status: 8 });
  });

  it('though it had taken the document, is asked first and then updated', async () => {
    const { hears, behaviour, copies, puts, sweep, advance, sync } = await aWorld('accepted');
    behaviour.next = (call) => (call === 'find' ? 'accepted' : 'applied-unknown');
    await hears(acceptedVersion);
    expect(copies.get(code)?.status).toBe(2);
    behaviour.next = () => 'accepted';
    advance(minutes(1));
    await sweep();
    expect(puts.map(({ copy }) => copy)).toEqual(['new', 'update']);
    expect(await sync()).toMatchObject({ state: 'pushed' });
  });

  it('for hours is asked ever more rarely', async () => {
    const { hears, behaviour, sweep, advance } = await aWorld('accepted');
    let asked = 0;
    behaviour.next = () => {
      asked += 1;
      return 'unknown';
    };
    await hears(acceptedVersion);
    for (let minute = 0; minute < 6 * 60; minute++) {
      advance(minutes(1));
      await sweep();
    }
    expect(asked).toBeGreaterThan(10);
    expect(asked).toBeLessThan(25);
  });

  it('for a day is an alarm that lasts until the copy is right', async () => {
    const { hears, behaviour, sweep, advance, counted } = await aWorld('accepted');
    behaviour.next = () => 'unknown';
    await hears(acceptedVersion);
    await sweep();
    expect(counted).toEqual([]);
    advance(days(1));
    expect(await sweep()).toMatchObject({ stale: 1 });
    expect(counted).toEqual([1]);
    behaviour.next = () => 'accepted';
    advance(minutes(30));
    expect(await sweep()).toMatchObject({ pushed: 1, stale: 0 });
    expect(counted).toEqual([1]);
  });
});

describe('a portal that refuses', () => {
  it('is believed after it was asked what it has; a person must look', async () => {
    const { hears, behaviour, sync, counted, puts } = await aWorld('accepted');
    behaviour.next = (call) => (call === 'find' ? 'accepted' : 'refused');
    await hears(acceptedVersion);
    expect(await sync()).toMatchObject({ state: 'rejected', rejection: { why: 'portal-99' } });
    expect(puts).toHaveLength(2);
    expect(counted).toEqual([1]);
  });

  it('because it has forgotten the dossier, gets it anew with all its steps', async () => {
    const { hears, happens, copies, progress, puts } = await aWorld('acknowledged');
    await hears(acceptedVersion);
    copies.clear();
    await hears(await happens(withdrawal));
    expect(puts.map(({ copy }) => copy)).toEqual(['new', 'update', 'new']);
    expect(copies.get(code)?.status).toBe(7);
    expect(progress.get(code)).toHaveLength(3);
  });

  it('does not get the same document again until the dossier changes', async () => {
    const { hears, happens, behaviour, sweep, advance, puts, copies } =
      await aWorld('acknowledged');
    behaviour.next = (call) => (call === 'find' ? 'accepted' : 'refused');
    await hears(acceptedVersion);
    advance(minutes(40));
    await sweep();
    expect(puts).toHaveLength(2);
    behaviour.next = () => 'accepted';
    await hears(await happens(withdrawal));
    expect(copies.get(code)?.status).toBe(7);
  });
});

describe('without an account', () => {
  it('dossiers wait, the sweep says so once and wakes nobody', async () => {
    const { hears, sync, sweep, logged, counted, advance } = await aWorld('accepted', false);
    expect(await hears(acceptedVersion)).toEqual({ do: 'done' });
    expect(await sync()).toMatchObject({ state: 'pending', tries: 0 });
    advance(days(2));
    await sweep();
    await sweep();
    expect(logged.filter((line) => line === 'portal-not-configured')).toHaveLength(1);
    expect(counted).toEqual([]);
  });
});

describe('a worker that dies over a push', () => {
  it('leaves it to the sweep, once it surely is dead', async () => {
    const { hears, sweep, advance, portal, copies, sync } = await aWorld('accepted');
    const put = portal.put;
    portal.put = async () => {
      throw new Error('killed');
    };
    await expect(hears(acceptedVersion)).rejects.toThrow('killed');
    portal.put = put;
    advance(minutes(1));
    await sweep();
    expect(copies.size).toBe(0);
    advance(minutes(1));
    await sweep();
    expect(copies.get(code)?.status).toBe(2);
    expect(await sync()).toMatchObject({ state: 'pushed' });
  });
});

describe('a defect over one dossier', () => {
  it('fails the run at its end, so that the alarm on the function sees it', async () => {
    const { hears, behaviour, sweep, advance, portal } = await aWorld('accepted');
    behaviour.next = () => 'unknown';
    await hears(acceptedVersion);
    advance(minutes(1));
    portal.find = async () => {
      throw new Error('defect');
    };
    await expect(sweep()).rejects.toThrow('1 dossiers');
  });
});

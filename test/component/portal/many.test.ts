import { beforeEach, describe, expect, it } from 'vitest';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { minutes, seconds } from '#domain/time/instant.ts';
import { theAgency } from '#test/support/national.ts';
import { aProvince } from '#test/support/national-province.ts';

const withdrawal: DossierFact = { type: 'withdrawal-requested', reason: 'Nộp nhầm' };

let world: Awaited<ReturnType<typeof aProvince>>;

beforeEach(async () => {
  world = await aProvince([[theAgency, 12]]);
});

/** All twelve have changed while the portal answers nobody. */
const changedInSilence = async () => {
  const { dossiers, happens, push, behaviour } = world;
  behaviour.next = () => 'unknown';
  for (const { id } of dossiers) await push.onChange(id, await happens(id, withdrawal));
};

describe('many dossiers and a silent portal', () => {
  it('cost the portal one question a minute from one worker of the queue', async () => {
    const before = world.puts.length;
    await changedInSilence();
    expect(world.puts.length - before).toBe(1);
    world.advance(minutes(1));
    const [first] = world.dossiers;
    if (first)
      await world.push.onChange(
        first.id,
        await world.happens(first.id, { type: 'withdrawal-granted' }),
      );
    expect(world.puts.length).toBeLessThanOrEqual(before + 2);
  });

  it('cost it a handful from the sweep, and all are pushed when it is back', async () => {
    await changedInSilence();
    world.advance(minutes(1));
    const before = world.puts.length;
    expect(await world.sweep()).toMatchObject({ pushed: 0 });
    expect(world.puts.length - before).toBeLessThanOrEqual(5);
    world.behaviour.next = () => 'accepted';
    world.advance(minutes(2));
    expect(await world.sweep()).toMatchObject({ pushed: 12 });
    for (const { code } of world.dossiers) expect(world.copies.get(code)?.status).toBe(7);
  });

  it('are pushed as far as the time of a sweep goes, the rest by the next', async () => {
    await changedInSilence();
    world.behaviour.next = () => 'accepted';
    world.advance(minutes(2));
    const { put } = world.portal;
    world.portal.put = (dossier, copy) => {
      world.advance(seconds(3));
      return put(dossier, copy);
    };
    const { pushed } = await world.sweep();
    expect(pushed).toBeLessThan(12);
    expect(pushed + (await world.sweep()).pushed).toBe(12);
  });
});

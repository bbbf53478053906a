import { describe, expect, it } from 'vitest';
import { makeMemoryCatalogueShelf } from '#adapters/memory/catalogue-shelf.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { checkedEvery, makeCatalogueInForce } from '#adapters/province/catalogue-in-force.ts';
import { province } from '#data/province.ts';
import type { Province } from '#domain/catalogue/province.ts';
import { publicationText } from '#domain/catalogue/publication.ts';
import { seconds } from '#domain/time/instant.ts';
import { makePublishCatalogue } from '#functions/catalogue/application/publish-catalogue.ts';
import { CatalogueUnavailable } from '#ports/catalogue-shelf.ts';
import { aClock } from '#test/support/worlds.ts';

const without = (field: string): Province => ({
  ...province,
  procedures: province.procedures.filter((procedure) => procedure.field !== field),
});

/** A running function, the shelf it reads, and what it asked of it. */
const setup = () => {
  const { clock, advance } = aClock();
  const shelf = makeMemoryCatalogueShelf();
  const asked: string[] = [];
  const stale: unknown[] = [];
  let isBroken = false;
  const answer = <T>(what: string, give: () => T): T => {
    asked.push(what);
    if (isBroken) throw new Error('the line is down');
    return give();
  };
  const current = makeCatalogueInForce({
    shelf: {
      pointer: async (known) => answer('pointer', () => shelf.pointer(known)),
      text: async (version) => answer('text', () => shelf.text(version)),
    },
    clock,
    sha256,
    onStale: (error) => stale.push(error),
  });
  const publish = async (data: Province): Promise<string> => {
    const ready = await makePublishCatalogue({ press: shelf, clock, sha256 })(data);
    expect(await ready.publish()).toBe(true);
    return ready.version;
  };
  const breakLine = (broken: boolean): void => {
    isBroken = broken;
  };
  return { current, publish, shelf, asked, stale, advance, clock, breakLine };
};

/** A pointer to a version, whatever the shelf holds of it. */
const pointAt = async ({ shelf, clock }: ReturnType<typeof setup>, version: string) => {
  const from = await shelf.pointer();
  const pointer = { version, publishedAt: clock.now() };
  expect(await shelf.move(pointer, from === 'unchanged' ? undefined : from)).toBe(true);
};

describe('a function that decides by the published catalogue', () => {
  it('has what was published, under the name that its text gives it', async () => {
    const { current, publish } = setup();
    const version = await publish(province);
    expect(version).toBe(sha256(publicationText(province)));
    expect(await current()).toEqual({ version, province });
  });

  it('cannot decide where nothing was ever published', async () => {
    const { current } = setup();
    await expect(current()).rejects.toThrow(CatalogueUnavailable);
  });

  it('can as soon as something is', async () => {
    const { current, publish } = setup();
    await expect(current()).rejects.toThrow('nothing is published');
    const version = await publish(province);
    expect((await current()).version).toBe(version);
  });

  it('reads once, however often and at once it is asked', async () => {
    const { current, publish, asked } = setup();
    await publish(province);
    await Promise.all([current(), current(), current()]);
    await current();
    expect(asked).toEqual(['pointer', 'text']);
  });

  it('goes on with the last publication until it looks again, and then has the new one', async () => {
    const { current, publish, advance } = setup();
    const first = await publish(province);
    await current();
    const second = await publish(without('Hộ tịch'));
    advance(seconds(29));
    expect((await current()).version).toBe(first);
    advance(seconds(1));
    expect(await current()).toEqual({ version: second, province: without('Hộ tịch') });
  });

  it('asks for no text while the pointer stands', async () => {
    const { current, publish, advance, asked } = setup();
    await publish(province);
    await current();
    advance(checkedEvery);
    await current();
    expect(asked).toEqual(['pointer', 'text', 'pointer']);
  });

  it('looks again when its clock was set back', async () => {
    const { current, publish, advance } = setup();
    await publish(province);
    await current();
    const second = await publish(without('Hộ tịch'));
    advance(seconds(-600));
    expect((await current()).version).toBe(second);
  });
});

describe('what is on the shelf and cannot be', () => {
  it.each([
    ['a pointer to nothing', 'a'.repeat(64), undefined, 'there is no publication'],
    ['a text that its name is not the hash of', 'b'.repeat(64), '{}', 'has another text'],
  ])('%s is refused', async (_, version, text, why) => {
    const world = setup();
    if (text !== undefined) await world.shelf.put(version, text);
    await pointAt(world, version);
    await expect(world.current()).rejects.toThrow(why);
    await expect(world.current()).rejects.toThrow(CatalogueUnavailable);
  });

  it('leaves the last publication in force, and is told of each time it is looked at', async () => {
    const world = setup();
    const first = await world.publish(province);
    await world.current();
    await world.shelf.put('b'.repeat(64), '{}');
    await pointAt(world, 'b'.repeat(64));
    for (const times of [1, 2]) {
      world.advance(checkedEvery);
      expect((await world.current()).version).toBe(first);
      expect(world.stale).toHaveLength(times);
    }
    world.advance(seconds(1));
    await world.current();
    expect(world.stale).toHaveLength(2);
  });
});

describe('a shelf that cannot be reached', () => {
  it('leaves the last publication in force until it can', async () => {
    const { current, publish, advance, stale, breakLine } = setup();
    const first = await publish(province);
    await current();
    const second = await publish(without('Hộ tịch'));
    breakLine(true);
    advance(checkedEvery);
    expect((await current()).version).toBe(first);
    expect(stale).toEqual([new Error('the line is down')]);
    breakLine(false);
    advance(checkedEvery);
    expect((await current()).version).toBe(second);
  });

  it('is a catalogue that nobody has, at the first call', async () => {
    const { current, publish, breakLine } = setup();
    await publish(province);
    breakLine(true);
    await expect(current()).rejects.toThrow(CatalogueUnavailable);
    breakLine(false);
    await expect(current()).resolves.toMatchObject({ province });
  });
});

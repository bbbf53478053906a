import { expect, it } from 'vitest';
import { minutes, seconds } from '#domain/time/instant.ts';
import { describeBothStores, inMemory, type Stores } from '#test/support/both-stores.ts';
import { aDepartmentDesk } from '#test/support/department-desk.ts';
import { dossierId, officer } from '#test/support/dossiers.ts';
import { aClock } from '#test/support/worlds.ts';

const aDesk = (stores: Stores, agency: string) => {
  const { clock, advance } = aClock();
  return { ...aDepartmentDesk(stores, clock, agency), advance };
};

it('a pull reads the same of 1,000 that wait as of 100', async () => {
  const { lay, take, inMinutes } = aDesk(inMemory(), 'ct-gd');
  const layTenth = async (tenth: number) => {
    await lay(9 * tenth, { dueAt: inMinutes(60), heldUntil: inMinutes(10) });
    await lay(tenth, { dueAt: inMinutes(120) });
  };
  await layTenth(10);
  const { ids, ...ofHundred } = await take({ max: 5 });
  expect(ids).toHaveLength(5);
  await layTenth(90);
  const { ids: more, ...ofThousand } = await take({ max: 5 });
  expect(more).toHaveLength(5);
  expect(ofHundred).toEqual({ requests: 2, lines: 10 });
  // A page of what is free, be there more or not.
  expect(ofThousand).toEqual({ requests: 2, lines: 50 });
});

describeBothStores('a pull', (open) => {
  it('of 540 that wait gets the 40 that are free, however many lie before them', async () => {
    const { lay, take, inMinutes } = aDesk(open(), 'ct-xd');
    const dueAt = inMinutes(60);
    await lay(250, { dueAt, heldUntil: inMinutes(10) });
    const free = await lay(40, { dueAt });
    await lay(250, { dueAt, heldUntil: inMinutes(10) });
    const [first, second, third] = [await take(), await take(), await take()];
    expect([...first.ids, ...second.ids]).toEqual(free);
    expect(third).toEqual({ ids: [], requests: 2, lines: 0 });
  }, 180_000);

  it('gets what a colleague let lapse after the grace of two clocks, and not a moment before', async () => {
    const { lay, take, inMinutes, advance } = aDesk(open(), 'ct-ct');
    const lapsing = await lay(3, { heldUntil: inMinutes(10) });
    advance(minutes(10));
    advance(seconds(29.999));
    expect((await take()).ids).toEqual([]);
    advance(seconds(0.001));
    expect((await take()).ids).toEqual(lapsing);
  }, 60_000);

  it('puts what lapsed in its place among the free ones: by due date, without one last', async () => {
    const { lay, take, inMinutes, advance } = aDesk(open(), 'ct-nv');
    const heldUntil = inMinutes(10);
    const days = (n: number) => ({ dueAt: inMinutes(n * 24 * 60) });
    const [endless = '', lapsedEndless = ''] = [
      ...(await lay(1, {})),
      ...(await lay(1, { heldUntil })),
    ];
    const [fourth = '', third = ''] = [
      ...(await lay(1, { ...days(4), heldUntil })),
      ...(await lay(1, days(3))),
    ];
    const [second = '', first = ''] = [
      ...(await lay(1, { ...days(2), heldUntil })),
      ...(await lay(1, days(1))),
    ];
    advance(minutes(11));
    expect((await take()).ids).toEqual([first, second, third, fourth, endless, lapsedEndless]);
  }, 60_000);

  it('takes nothing twice from an index that lags: the head decides', async () => {
    const stores = open();
    const { lay, inMinutes } = aDesk(stores, 'ct-yt');
    const laid = await lay(2, { dueAt: inMinutes(60) });
    const seen = await stores.index.free('ct-yt', { limit: 5 });
    const lagging = { ...stores.index, free: async () => seen };
    const { take, work } = aDesk({ ...stores, index: lagging }, 'ct-yt');
    expect((await take({ max: 1 })).ids).toEqual(laid.slice(0, 1));
    expect((await take()).ids).toEqual(laid.slice(1));
    await work('acknowledge', seen.items[0]?.id ?? dossierId, { by: officer.id, leaseNo: 1 });
    expect((await take()).ids).toEqual([]);
  });

  it('lets nothing urgent starve behind many that lapsed before it', async () => {
    const { lay, take, inMinutes, advance } = aDesk(open(), 'ct-tp');
    await lay(110, { heldUntil: inMinutes(10) });
    const [urgent = ''] = await lay(1, { dueAt: inMinutes(60), heldUntil: inMinutes(11) });
    await lay(60, { dueAt: inMinutes(90) });
    advance(minutes(12));
    const { ids: longest, ...read } = await take();
    expect(longest).toHaveLength(20);
    expect(read).toEqual({ requests: 1, lines: 100 });
    expect((await take({ max: 1 })).ids).toEqual([urgent]);
  }, 60_000);
});

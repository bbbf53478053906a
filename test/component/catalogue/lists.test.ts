import { describe, expect, it } from 'vitest';
import { province } from '#data/province.ts';
import { contract } from '#functions/catalogue/api/contract.ts';
import { makeHandlers } from '#functions/catalogue/api/handler.ts';
import { served } from '#test/support/edge/served.ts';
import { noteMiss } from '#test/support/no-misses.ts';
import { provinceCatalogue as catalogue } from '#test/support/province.ts';
import { aClock } from '#test/support/worlds.ts';

const { clock } = aClock();
const openApi = async () => ({ openapi: '3.1.0' as const, paths: {} });

const asked = async (route: string, laidDown: Partial<typeof province> = {}) => {
  const handlers = makeHandlers({
    catalogue,
    clock,
    noteMiss,
    openApi,
    province: { ...province, ...laidDown },
  });
  return (await served({ contract, handlers })(route)).body.items;
};

const past = { from: '2020-01-01', to: '2025-06-30' } as never;

describe('agencies to choose from', () => {
  it('are those in force today, with what one calls them', async () => {
    const agencies = await asked('GET /v1/agencies');
    expect(agencies).toContainEqual(
      expect.objectContaining({ id: 'ct-nnmt', level: 'province', takesDossiers: true }),
    );
    expect(agencies.map(({ level }: { level: string }) => level)).not.toContain('district');
  });

  it('leave out what has ended', async () => {
    const [first, ...rest] = province.agencies;
    if (!first) throw new Error('no agency');
    const agencies = [{ ...first, effective: past }, ...rest.slice(0, 1)];
    expect(await asked('GET /v1/agencies', { agencies })).toHaveLength(1);
  });
});

describe('what people wait for', () => {
  it('is as the rules of the day have it, in both languages', async () => {
    expect(await asked('GET /v1/queue-groups')).toContainEqual({
      id: 'nop-ho-so',
      letter: 'A',
      vi: 'Nộp hồ sơ',
      en: 'Hand in a dossier',
    });
  });
});

describe('what the post takes', () => {
  it('is told by route and weight, and whether it is a tariff in force', async () => {
    const prices = await asked('GET /v1/postage');
    expect(prices).toContainEqual({
      routeClass: 'within-province',
      firstGrams: 100,
      firstVnd: 28_000,
      nextGrams: 100,
      nextVnd: 3_000,
      isPlaceholder: true,
    });
  });

  it('is that of today alone', async () => {
    const prices = province.prices.map((price) => ({ ...price, effective: past }));
    expect(await asked('GET /v1/postage', { prices })).toEqual([]);
  });
});

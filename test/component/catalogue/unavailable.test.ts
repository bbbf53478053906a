import { describe, expect, it } from 'vitest';
import { province } from '#data/province.ts';
import type { Handlers } from '#edge/call.ts';
import { contract } from '#functions/catalogue/api/contract.ts';
import { makeHandlers } from '#functions/catalogue/api/handler.ts';
import { CatalogueUnavailable } from '#ports/catalogue-shelf.ts';
import { served } from '#test/support/edge/served.ts';
import { noteMiss } from '#test/support/no-misses.ts';
import { provinceCatalogue } from '#test/support/province.ts';
import { aClock } from '#test/support/worlds.ts';

/** An API whose use cases are put together for each call, as that function does it. */
const setup = (handlers: () => Promise<Handlers<typeof contract>>) => {
  const logged: string[] = [];
  const note = (code: string): void => {
    logged.push(code);
  };
  const call = served({ contract, handlers, log: { info: note, warn: note, error: note } });
  return { logged, ask: () => call('GET /v1/procedures', { query: { q: 'khai' } }) };
};

describe('an API that cannot read the catalogue', () => {
  it('says so, and when to ask again', async () => {
    const { ask, logged } = setup(async () => {
      throw new CatalogueUnavailable('nothing is published');
    });
    const answer = await ask();
    expect(answer.status).toBe(503);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'retry-after': '5',
    });
    expect(answer.body).toMatchObject({
      type: expect.stringContaining('catalogue-unavailable'),
      title: expect.stringContaining('Danh mục'),
      retryAfterSeconds: 5,
    });
    expect(logged).toEqual(['request-failed']);
  });

  it('has a defect where it is another error', async () => {
    const { ask } = setup(async () => {
      throw new Error('a mistake');
    });
    expect((await ask()).status).toBe(500);
  });
});

describe('an API whose use cases follow from the catalogue', () => {
  it('asks for them at each call, and serves with those of that call', async () => {
    const { clock } = aClock();
    let editions = 0;
    const { ask } = setup(async () => {
      editions += 1;
      const found = provinceCatalogue.search('khai', '2026-11-23' as never).slice(0, editions);
      const catalogue = { ...provinceCatalogue, search: () => found };
      return makeHandlers({
        catalogue,
        clock,
        noteMiss,
        province,
        openApi: async () => ({}) as never,
      });
    });
    expect((await ask()).body.items).toHaveLength(1);
    expect((await ask()).body.items).toHaveLength(2);
  });
});

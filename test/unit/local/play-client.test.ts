import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeClient } from '#local/play/client.ts';
import { Disagreement } from '#local/play/tour/narrator.ts';

const answering = (status: number, body: unknown) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => Response.json(body, { status })),
  );

const found = {
  code: '1.012783',
  version: '1',
  name: 'Cấp đổi',
  nameEn: 'Renewal',
  field: 'Đất đai',
};
const search = () => makeClient('http://api').call('GET /v1/procedures', { query: { q: 'x' } });

afterEach(() => vi.unstubAllGlobals());

describe('the client of tour and demo', () => {
  it('tells the body of a success', async () => {
    answering(200, { items: [found] });
    await expect(search()).resolves.toEqual({ items: [found] });
  });

  it.each([
    ['a field that is not declared', 200, { items: [{ ...found, answerBy: '2026-12-01' }] }],
    ['a field of another shape', 200, { items: [{ ...found, version: 1 }] }],
    ['a missing field', 200, { items: [{ code: '1.012783' }] }],
    ['a success that is not declared', 201, { items: [] }],
    ['a refusal', 404, { code: 'procedure-unknown', title: 'Không có thủ tục này' }],
  ])('disagrees with %s', async (_, status, body) => {
    answering(status, body);
    await expect(search()).rejects.toThrow(Disagreement);
  });

  it('wants a refusal with the status that is named', async () => {
    const ask = (status: number) =>
      makeClient('http://api').refused(status, 'POST /v1/shifts', { body: { floatVnd: 0 } });
    answering(409, { code: 'shift-open', title: 'Đã có ca đang mở' });
    await expect(ask(409)).resolves.toMatchObject({ code: 'shift-open' });
    await expect(ask(422)).rejects.toThrow(Disagreement);
    answering(201, {});
    await expect(ask(409)).rejects.toThrow(Disagreement);
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { problemDocument } from '#edge/problem.ts';
import { problems } from '#functions/problems.ts';
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
    ['a refusal', 409, problemDocument(problems, 'shift-open')],
  ])('disagrees with %s', async (_, status, body) => {
    answering(status, body);
    await expect(search()).rejects.toThrow(Disagreement);
  });

  it('wants a refusal with the status that is named', async () => {
    const ask = (status: number) =>
      makeClient('http://api').refused(status, 'POST /v1/shifts', { body: { floatVnd: 0 } });
    answering(409, problemDocument(problems, 'shift-open'));
    await expect(ask(409)).resolves.toMatchObject({ code: 'shift-open' });
    await expect(ask(422)).rejects.toThrow(Disagreement);
    answering(201, {});
    await expect(ask(409)).rejects.toThrow(Disagreement);
  });

  it.each([
    ['a field that its row does not declare', 409, { shift: '1' }, 'Unrecognized key'],
    ['another status than its row', 422, {}, 'shift-open with status 422'],
    ['words of its own', 409, { title: 'Không được' }, 'title'],
    ['a code that nobody knows', 409, { code: 'shift-opened' }, 'no such problem'],
    ['a code of other routes', 409, problemDocument(problems, 'shift-closed'), 'is not declared'],
  ])('disagrees with a refusal that has %s', async (_, status, change, why) => {
    answering(status, { ...problemDocument(problems, 'shift-open'), ...change });
    const asked = makeClient('http://api').attempt('POST /v1/shifts', { body: { floatVnd: 0 } });
    await expect(asked).rejects.toThrow(why);
  });
});

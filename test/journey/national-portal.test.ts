import { beforeAll, describe, expect, it } from 'vitest';
import { instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { eventually } from '#test/support/eventually.ts';
import { acknowledged, decided, registered, staff } from '#test/support/journeys.ts';
import { call } from '#test/support/people.ts';

let who: Awaited<ReturnType<typeof staff>>;

beforeAll(async () => {
  who = await staff();
});

interface Copy {
  readonly versions: readonly { readonly document: Readonly<Record<string, unknown>> }[];
  readonly progress: readonly { readonly NoiDungXuLy: string }[];
}

/** Steps of the progress come in requests of their own, behind the document. */
const copyWith = (code: string, status: string, steps = 0): Promise<Copy> =>
  eventually(async () => {
    const { body } = await call<Copy>('GET', `/sim/portal/copies/${code}`);
    const shown = body.versions?.at(-1)?.document['TrangThaiHoSo'];
    return shown === status && body.progress.length >= steps ? body : undefined;
  });

const syncOf = (dossierId: string) =>
  who.supervisor.get<{ state: string; tries: number }>(`/v1/national-portal/dossiers/${dossierId}`);

describe('a dossier on its way', () => {
  it('is shown on the national portal at each of its stations, by post', async () => {
    const { dossierId, code } = await acknowledged(who.clerk, who.officer);
    const { versions } = await copyWith(code, '4');
    expect(versions.at(-1)?.document).toMatchObject({
      MaHoSo: code,
      KenhThucHien: '3',
      ChuHoSo: 'Nguyễn Thị Ánh',
      SoDienThoai: '0912345678',
    });
    const pushed = async () => (await syncOf(dossierId)).body.state;
    await expect.poll(pushed, { timeout: 10_000 }).toBe('pushed');
    const asked = await who.clerk.post(`/v1/dossiers/${dossierId}/withdrawal`, {
      reason: 'Nộp nhầm',
      identityChecked: true,
    });
    expect(asked).toMatchObject({ status: 200 });
    const { progress } = await copyWith(code, '7', 3);
    expect(progress.map(({ NoiDungXuLy }) => NoiDungXuLy)).toEqual([
      'Tiếp nhận hồ sơ',
      'Bắt đầu xử lý hồ sơ',
      'Yêu cầu rút hồ sơ',
    ]);
  });

  it('is not shown before it has a code', async () => {
    const { dossierId } = await registered(who.clerk);
    expect((await syncOf(dossierId)).status).toBe(404);
  });
});

describe('a copy that the portal has lost', () => {
  it('is found by the day’s report and marked to be pushed anew, once for a key', async () => {
    const { dossierId, code } = await decided(who.clerk, who.officer);
    await copyWith(code, '9');
    await call('POST', `/sim/portal/copies/${code}/forget`, {});
    const day = dayOf(instant(Date.now()));
    const path = `/v1/national-portal/drift?day=${day}&agency=ct-nnmt&limit=50`;
    const line = await eventually(async () => {
      let after = '';
      do {
        const { body } = await who.leader.get<{
          items: { code: string; kind: string; dossierId: string }[];
          next?: string;
        }>(`${path}${after && `&after=${after}`}`);
        const found = body.items.find((item) => item.code === code);
        if (found) return found;
        after = body.next ?? '';
      } while (after);
      return undefined;
    });
    expect(line).toMatchObject({ kind: 'missing-there', dossierId });
    const key = `push-again-${dossierId}`;
    const asked = { dossierIds: [dossierId] };
    const first = await who.leader.post('/v1/national-portal/pushes', asked, { key });
    expect(first).toMatchObject({
      status: 202,
      body: { items: [{ dossierId, code, state: 'pending', tries: 0 }] },
    });
    const second = await who.leader.post('/v1/national-portal/pushes', asked, { key });
    expect(second.body).toEqual(first.body);
  });

  it.each([
    ['GET', '/v1/national-portal/drift?day=2026-02-30', 400],
    ['GET', '/v1/national-portal/drift?day=2026-11-23&limit=51', 400],
    ['GET', '/v1/national-portal/drift?day=2026-11-23&after=x', 400],
    ['GET', '/v1/national-portal/drift?day=2026-11-23&agency=so-khong-co', 422],
    ['GET', '/v1/national-portal/rejected', 200],
  ] as const)('%s %s is answered %i', async (_, path, status) =>
    expect((await who.supervisor.get(path)).status).toBe(status),
  );
});

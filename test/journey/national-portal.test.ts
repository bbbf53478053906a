import { beforeAll, describe, expect, it } from 'vitest';
import { instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { eventually } from '#test/support/eventually.ts';
import { acknowledged, decided, registered, type Staff, staff } from '#test/support/journeys.ts';
import { raw, simulators } from '#test/support/people.ts';

let who: Staff;

beforeAll(async () => {
  who = await staff();
});

/** What the portal's simulator shows of a dossier. */
interface Copy {
  readonly versions: readonly { readonly document: Readonly<Record<string, unknown>> }[];
  readonly progress: readonly { readonly NoiDungXuLy: string }[];
}

/** Steps of the progress come in requests of their own, behind the document. */
const copyWith = (code: string, status: string, steps = 0): Promise<Copy> =>
  eventually(async () => {
    const copy = await simulators()
      .get<Copy>(`/sim/portal/copies/${code}`)
      .catch(() => undefined);
    const shown = copy?.versions.at(-1)?.document['TrangThaiHoSo'];
    return copy && shown === status && copy.progress.length >= steps ? copy : undefined;
  });

const sync = 'GET /v1/national-portal/dossiers/{dossierId}';
const push = 'POST /v1/national-portal/pushes';

describe('a dossier on its way', () => {
  it('is shown on the national portal at each of its stations, by post', async () => {
    const { dossierId, code } = await acknowledged(who.clerk, who.officer);
    const params = { dossierId };
    const { versions } = await copyWith(code, '4');
    expect(versions.at(-1)?.document).toMatchObject({
      MaHoSo: code,
      KenhThucHien: '3',
      ChuHoSo: 'Nguyễn Thị Ánh',
      SoDienThoai: '0912345678',
    });
    const pushed = async () => (await who.supervisor.call(sync, { params })).state;
    await expect.poll(pushed, { timeout: 10_000 }).toBe('pushed');
    await who.clerk.call('POST /v1/dossiers/{dossierId}/withdrawal', {
      params,
      body: { reason: 'Nộp nhầm', identityChecked: true },
    });
    const { progress } = await copyWith(code, '7', 3);
    expect(progress.map(({ NoiDungXuLy }) => NoiDungXuLy)).toEqual([
      'Tiếp nhận hồ sơ',
      'Bắt đầu xử lý hồ sơ',
      'Yêu cầu rút hồ sơ',
    ]);
  });

  it('is not shown before it has a code', async () => {
    const { dossierId } = await registered(who.clerk);
    await who.supervisor.refused(404, sync, { params: { dossierId } });
  });
});

describe('a copy that the portal has lost', () => {
  it('is found by the day’s report and marked to be pushed anew, once for a key', async () => {
    const { dossierId, code } = await decided(who.clerk, who.officer);
    await copyWith(code, '9');
    await simulators().post(`/sim/portal/copies/${code}/forget`, {});
    const query = { day: dayOf(instant(Date.now())), agency: 'ct-nnmt', limit: 50 };
    const line = await eventually(async () => {
      let after: string | undefined;
      do {
        const page = await who.leader.call('GET /v1/national-portal/drift', {
          query: { ...query, after },
        });
        const found = page.items.find((item) => item.code === code);
        if (found) return found;
        after = page.next;
      } while (after !== undefined);
      return undefined;
    });
    expect(line).toMatchObject({ kind: 'missing-there', dossierId });
    const asked = { body: { dossierIds: [dossierId] }, key: `push-again-${dossierId}` };
    const first = await who.leader.call(push, asked);
    expect(first).toMatchObject({ items: [{ dossierId, code, state: 'pending', tries: 0 }] });
    expect(await who.leader.call(push, asked)).toEqual(first);
  });

  it.each([
    ['GET', '/v1/national-portal/drift?day=2026-02-30', 400],
    ['GET', '/v1/national-portal/drift?day=2026-11-23&limit=51', 400],
    ['GET', '/v1/national-portal/drift?day=2026-11-23&after=x', 400],
    ['GET', '/v1/national-portal/drift?day=2026-11-23&agency=so-khong-co', 422],
    ['GET', '/v1/national-portal/rejected', 200],
  ] as const)('%s %s is answered %i', async (method, path, status) => {
    const { token } = who.supervisor;
    expect((await raw(method, path, { token })).status).toBe(status);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeNationalPortal } from '#functions/portal/adapters/national-portal.ts';
import { differences } from '#functions/portal/domain/drift.ts';
import {
  type NationalDossier,
  nationalDossier,
} from '#functions/portal/domain/national-dossier.ts';
import { progressOf } from '#functions/portal/domain/progress.ts';
import { portalSimulator } from '#local/outside/portal/portal-simulator.ts';
import { anAcceptance, type Station } from '#test/support/dossiers.ts';
import { eventsAfter, sourceOfEvents, theProcedure } from '#test/support/national.ts';

const account = { username: 'ct-mcdt', password: 'agreed' };
const { code } = anAcceptance;
let directory: string;
let server: FastifyInstance;
let url: string;
let now: number;
let logins: number;

const start = async (): Promise<void> => {
  server = fastify();
  server.addHook('onRequest', async ({ url: asked }) => {
    if (asked.endsWith('/mapi/login')) logins += 1;
  });
  await server.register(
    portalSimulator({
      directory,
      account: () => account,
      procedures: [theProcedure.code],
      slowMs: 50,
      clock: () => now,
    }),
    { prefix: '/sim/portal' },
  );
  url = `${await server.listen({ host: '127.0.0.1', port: 0 })}/sim/portal`;
};

const portalWith = (password = account.password) =>
  makeNationalPortal({
    baseUrl: url,
    unitCode: 'H13',
    account: async () => ({ ...account, password }),
  });

beforeEach(async () => {
  logins = 0;
  now = Date.parse('2026-11-30T09:00:00+07:00');
  directory = mkdtempSync(join(tmpdir(), 'portal-'));
  await start();
});

afterEach(async () => {
  await server.close();
  rmSync(directory, { recursive: true, force: true });
});

const documentAt = (station: Station): NationalDossier => {
  const document = nationalDossier(sourceOfEvents(eventsAfter(station)));
  if (!document) throw new Error(`no document at ${station}`);
  return document;
};

const post = (path: string, body: object = {}) =>
  fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const behaves = (mode: string, next?: number) => post('/behaviour', { mode, next });

const copy = async () =>
  (await (await fetch(`${url}/copies/${code}`)).json()) as {
    versions: { document: Record<string, unknown> }[];
    progress: Record<string, unknown>[];
  };

const accepted = { outcome: 'accepted' };

describe('a document', () => {
  it('is kept in the portal’s words, times in Vietnam, fees without postage', async () => {
    expect(await portalWith().put(documentAt('returned'), 'new')).toEqual(accepted);
    expect((await copy()).versions.at(-1)?.document).toMatchObject({
      MaHoSo: code,
      MaTTHC: '1.000001',
      ChuHoSo: 'Nguyễn Thị Ánh',
      LoaiDoiTuong: '1',
      KenhThucHien: '3',
      SoDienThoai: '0912345678',
      TrangThaiHoSo: '10',
      NgayTiepNhan: '20261123090000',
      NgayHenTra: '20261203090000',
      NgayKetThucXuLy: '20261123090000',
      NgayTra: '20261123090000',
      DonViXuLy: 'Sở Nông nghiệp và Môi trường',
      TaiLieuNop: [{ TenTepDinhKem: 'Đơn', MaThanhPhanHoSo: 'don-de-nghi', DuongDanTaiTepTin: '' }],
      DanhSachTepDinhKemKhac: [{ TenGiayTo: 'Đơn', SoLuong: 1, LoaiGiayTo: 0 }],
      DanhSachLePhi: [
        { Gia: '30000', HinhThucThu: '1' },
        { Gia: '20000', HinhThucThu: '1' },
      ],
      DanhSachGiayToKetQua: [{ TenGiayTo: 'Kết quả' }],
    });
  });

  it.each(['accepted', 'acknowledged', 'decided', 'returned'] as const)(
    'at %s is found again as it was put',
    async (station) => {
      const portal = portalWith();
      const document = documentAt(station);
      await portal.put(document, 'new');
      const found = await portal.find(code);
      expect(found.outcome === 'found' && differences(document, found.copy)).toEqual([]);
    },
  );

  it('of which nobody has heard is absent', async () =>
    expect(await portalWith().find(code)).toEqual({ outcome: 'absent' }));

  it('that is put twice is one, and an update replaces it', async () => {
    const portal = portalWith();
    expect(await portal.put(documentAt('accepted'), 'new')).toEqual(accepted);
    expect(await portal.put(documentAt('accepted'), 'new')).toEqual(accepted);
    expect((await copy()).versions).toHaveLength(1);
    expect(await portal.put(documentAt('decided'), 'update')).toEqual(accepted);
    expect(await portal.find(code)).toMatchObject({ copy: { status: 9 } });
  });

  it('is refused as new where there is another, and as an update where there is none', async () => {
    const portal = portalWith();
    expect(await portal.put(documentAt('accepted'), 'update')).toMatchObject({
      outcome: 'refused',
    });
    await portal.put(documentAt('accepted'), 'new');
    expect(await portal.put(documentAt('decided'), 'new')).toMatchObject({ outcome: 'refused' });
  });

  it('of a procedure that the portal does not know is refused', async () => {
    const document = documentAt('accepted');
    const foreign = { ...document, procedure: { ...document.procedure, code: '9.999999' } };
    expect(await portalWith().put(foreign, 'new')).toEqual({
      outcome: 'refused',
      why: 'portal-04',
    });
  });

  it('outlives the portal’s restart', async () => {
    await portalWith().put(documentAt('accepted'), 'new');
    await server.close();
    await start();
    expect(await portalWith().find(code)).toMatchObject({ outcome: 'found' });
  });
});

describe('the portal’s own checks', () => {
  const session = async (): Promise<string> => {
    const answer = (await (await post('/mapi/login', account)).json()) as { session: string };
    return answer.session;
  };
  const put = async (change: Record<string, unknown>) => {
    await portalWith().put(documentAt('accepted'), 'new');
    const good = (await copy()).versions.at(-1)?.document;
    const answer = await post('/mapi/g', {
      session: await session(),
      madonvi: 'H13',
      service: 'DongBoHoSoMC',
      isUpdating: 'True',
      data: [{ ...good, ...change }],
    });
    return (await answer.json()) as { error_code: string; message: string };
  };

  it.each([
    ['no status of ours', { TrangThaiHoSo: '11' }, '03'],
    ['no code', { MaHoSo: '' }, '01'],
    ['no agency', { DonViXuLy: undefined }, '01'],
    ['a time in ISO', { NgayTiepNhan: '2026-11-23T09:00:00' }, '02'],
    ['a day that there is not', { NgayHenTra: '20260230090000' }, '02'],
    ['no list of papers', { TaiLieuNop: undefined }, '01'],
    ['a channel that there is not', { KenhThucHien: '4' }, '02'],
  ])('refuse %s', async (_, change, errorCode) =>
    expect((await put(change)).error_code).toBe(errorCode),
  );

  it('refuse a service that there is not, and a call without a session', async () => {
    const ask = async (fields: object) =>
      ((await (await post('/mapi/g', fields)).json()) as { error_code: string }).error_code;
    expect(await ask({ session: await session(), madonvi: 'H13', service: 'XoaHoSo' })).toBe('08');
    expect(await ask({ session: 'made-up', madonvi: 'H13', service: 'TraCuuHoSo' })).toBe('05');
  });
});

describe('the steps of a dossier', () => {
  const entries = progressOf(eventsAfter('decided'), {
    agency: () => 'Sở Nông nghiệp và Môi trường',
    office: () => 'Bưu điện Vị Thanh',
  });

  it('hang on its document, each once', async () => {
    const portal = portalWith();
    expect(await portal.addProgress(entries)).toMatchObject({ outcome: 'refused' });
    await portal.put(documentAt('decided'), 'new');
    expect(await portal.addProgress(entries)).toEqual(accepted);
    expect(await portal.addProgress(entries.slice(1))).toEqual(accepted);
    expect((await copy()).progress).toMatchObject([
      {
        NguoiXuLy: 'Giao dịch viên bưu điện',
        PhongBanXuLy: 'Bưu điện Vị Thanh',
        NoiDungXuLy: 'Tiếp nhận hồ sơ',
        ThoiDiemXuLy: '20261123090000',
        TrangThai: '2',
        NgayKetThucTheoQuyDinh: '20261203090000',
      },
      { NoiDungXuLy: 'Bắt đầu xử lý hồ sơ', TrangThai: '4' },
      { NoiDungXuLy: 'Đã có kết quả giải quyết', TrangThai: '9' },
    ]);
  });
});

describe('a session', () => {
  it('serves many calls, and is opened anew when the portal has ended it', async () => {
    const portal = portalWith();
    await portal.find(code);
    await portal.put(documentAt('accepted'), 'new');
    expect(logins).toBe(1);
    now += 31 * 60_000;
    expect(await portal.find(code)).toMatchObject({ outcome: 'found' });
    expect(logins).toBe(2);
    await behaves('session-lost', 1);
    expect(await portal.find(code)).toMatchObject({ outcome: 'found' });
    expect(logins).toBe(3);
  });

  it('that is not given is no refusal of the dossier', async () => {
    const unknown = { outcome: 'unknown', why: 'no-answer' };
    expect(await portalWith('wrong').put(documentAt('accepted'), 'new')).toEqual(unknown);
    expect(await portalWith('wrong').find(code)).toEqual(unknown);
  });
});

describe('a portal that misbehaves', () => {
  it.each([
    ['down', 'unknown'],
    ['apply-then-break', 'unknown'],
    ['refuse', 'refused'],
    ['slow', 'accepted'],
    ['keep-older', 'accepted'],
  ])('%s: the push is %s', async (mode, outcome) => {
    const portal = portalWith();
    await portal.put(documentAt('accepted'), 'new');
    await behaves(mode, 1);
    expect(await portal.put(documentAt('decided'), 'update')).toMatchObject({ outcome });
  });

  it.each([
    ['apply-then-break', 9],
    ['keep-older', 2],
    ['refuse', 2],
  ])('%s: the copy has status %i', async (mode, status) => {
    const portal = portalWith();
    await portal.put(documentAt('accepted'), 'new');
    await behaves(mode, 1);
    await portal.put(documentAt('decided'), 'update');
    expect(await portal.find(code)).toMatchObject({ copy: { status } });
  });

  it('can forget a dossier, and go back to what it was', async () => {
    const portal = portalWith();
    await portal.put(documentAt('accepted'), 'new');
    await portal.put(documentAt('decided'), 'update');
    expect((await post(`/copies/${code}/rewind`)).status).toBe(200);
    expect(await portal.find(code)).toMatchObject({ copy: { status: 2 } });
    expect((await post(`/copies/${code}/rewind`)).status).toBe(409);
    await post(`/copies/${code}/forget`);
    expect(await portal.find(code)).toEqual({ outcome: 'absent' });
  });

  it('shows its copies on a page, names escaped', async () => {
    const document = documentAt('accepted');
    await portalWith().put({ ...document, owner: { kind: 'person', name: '<b>Ánh</b>' } }, 'new');
    const page = await (await fetch(`${url}/?code=${code}`)).text();
    expect(page).toContain('&lt;b&gt;Ánh');
    expect(page).not.toContain('<b>Ánh');
    expect(page).toContain('09:00 23/11/2026');
  });
});

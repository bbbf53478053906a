import type { Fields } from './portal-store.ts';

/** What the portal answers; but for "00" every number is a guess, because no list of them was found. */
export const errorCodes = {
  ok: '00',
  missing: '01',
  malformed: '02',
  'unknown-status': '03',
  'unknown-procedure': '04',
  'session-ended': '05',
  'exists-already': '06',
  'not-there': '07',
  'unknown-service': '08',
  'wrong-account': '10',
  told: '99',
} as const;

export interface Fault {
  readonly code: keyof typeof errorCodes;
  readonly message: string;
}

type Check = (value: unknown) => Fault['code'] | undefined;

const missing: Check = (value) =>
  typeof value === 'string' && value.trim() !== '' ? undefined : 'missing';

const oneOf =
  (allowed: readonly string[], fault: Fault['code']): Check =>
  (value) =>
    missing(value) ?? (allowed.includes(String(value)) ? undefined : fault);

/** `yyyyMMddHHmmss`, a time that there is. */
const isTime = (text: string): boolean => {
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(text);
  if (!parts) return false;
  const [, year, month, day, hour, minute, second] = parts;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const at = Date.parse(`${iso}Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso);
};

const time: Check = (value) => missing(value) ?? maybeTime(value);

const maybeTime: Check = (value) =>
  value === '' || (typeof value === 'string' && isTime(value)) ? undefined : 'malformed';

const list: Check = (value) => (Array.isArray(value) ? undefined : 'missing');

const statuses = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'];
const status = oneOf(statuses, 'unknown-status');

const dossierChecks: Readonly<Record<string, Check>> = {
  MaHoSo: missing,
  MaTTHC: missing,
  ChuHoSo: missing,
  LoaiDoiTuong: oneOf(['1', '2'], 'malformed'),
  KenhThucHien: oneOf(['1', '2', '3'], 'malformed'),
  HinhThuc: oneOf(['0', '1'], 'malformed'),
  TrangThaiHoSo: status,
  NgayTiepNhan: time,
  NgayHenTra: maybeTime,
  NgayTra: maybeTime,
  NgayKetThucXuLy: maybeTime,
  DonViXuLy: missing,
  TaiLieuNop: list,
  DanhSachLePhi: list,
  DanhSachHoSoBoSung: list,
  DanhSachGiayToKetQua: list,
};

const supplementChecks: Readonly<Record<string, Check>> = {
  NguoiYeuCauBoSung: missing,
  NoiDungBoSung: missing,
  NgayBoSung: time,
  NgayTiepNhanBoSung: maybeTime,
  NgayHenTraTruoc: maybeTime,
  NgayHenTraMoi: maybeTime,
};

const progressChecks: Readonly<Record<string, Check>> = {
  MaHoSo: missing,
  NguoiXuLy: missing,
  ThoiDiemXuLy: time,
  NoiDungXuLy: missing,
  TrangThai: status,
  NgayBatDau: maybeTime,
  NgayKetThucTheoQuyDinh: maybeTime,
};

const faultIn = (fields: Fields, checks: Readonly<Record<string, Check>>): Fault | undefined => {
  for (const [name, check] of Object.entries(checks)) {
    const code = check(fields[name]);
    if (code) return { code, message: `${name}: ${code}` };
  }
  return undefined;
};

/** What the portal would say against a document; `procedures`: those that it knows. */
export const dossierFault = (
  document: Fields,
  procedures: readonly string[] | undefined,
): Fault | undefined => {
  const fault = faultIn(document, dossierChecks);
  if (fault) return fault;
  if (procedures && !procedures.includes(String(document['MaTTHC'])))
    return { code: 'unknown-procedure', message: `MaTTHC: ${document['MaTTHC']}` };
  for (const supplement of document['DanhSachHoSoBoSung'] as readonly Fields[]) {
    const wrong = faultIn(supplement, supplementChecks);
    if (wrong) return wrong;
  }
  return undefined;
};

export const progressFault = (entry: Fields): Fault | undefined => faultIn(entry, progressChecks);

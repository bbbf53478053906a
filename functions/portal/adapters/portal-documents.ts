import type { Channel } from '#domain/catalogue/channel.ts';
import type { CopyKind } from '#domain/custody/paper.ts';
import type { Instant } from '#domain/time/instant.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import type {
  NationalDossier,
  NationalFee,
  NationalPaper,
  NationalResult,
} from '#functions/portal/domain/national-dossier.ts';
import type { ProgressEntry } from '#functions/portal/domain/progress.ts';
import type { NationalSupplement } from '#functions/portal/domain/supplements.ts';

/** The portal's words for our documents, as deployed one-stop systems send them (domain §1.5). */

/** Kênh thực hiện: 1 trực tiếp, 2 trực tuyến, 3 bưu chính công ích. */
export const channelNumbers = {
  direct: '1',
  online: '2',
  postal: '3',
} as const satisfies Record<Channel, string>;

/** Loại đối tượng: 1 người dân, 2 tổ chức. */
const ownerNumbers: Readonly<Record<NationalDossier['owner']['kind'], string>> = {
  person: '1',
  organisation: '2',
};

/** Hình thức trả: 0 trực tiếp, 1 bưu chính. */
const returnNumbers = { counter: '0', post: '1' } as const;

/** Loại giấy tờ: 0 bản chính, 1 bản sao, 2 bản điện tử. A photocopy is the nearest to a copy. */
const copyKindNumbers: Readonly<Record<CopyKind, number>> = {
  original: 0,
  certified: 1,
  photocopy: 1,
};

/** Loại phí: which number means which is a guess. */
const feeKindNumbers: Readonly<Record<NationalFee['kind'], string>> = { fee: '1', charge: '2' };

/** Hình thức thu: 1 at intake, 2 with a supplement, 4 at the return. */
const timingNumbers = { 'at-intake': '1', later: '2' } as const;

/** `yyyyMMddHHmmss`, Vietnam time; empty where there is no such time yet. */
export const portalTime = (moment: Instant | undefined): string =>
  moment === undefined ? '' : isoVietnam(moment).slice(0, 19).replaceAll(/\D/g, '');

export const dossierDocument = (dossier: NationalDossier) => ({
  MaHoSo: dossier.code,
  MaTTHC: dossier.procedure.code,
  TenTTHC: dossier.procedure.name,
  // The portal has codes for fields of work; we know them by name.
  MaLinhVuc: '',
  TenLinhVuc: dossier.procedure.field,
  KenhThucHien: channelNumbers[dossier.channel],
  ChuHoSo: dossier.owner.name,
  LoaiDoiTuong: ownerNumbers[dossier.owner.kind],
  MaDoiTuong: dossier.owner.number ?? '',
  Email: dossier.contact.email ?? '',
  SoDienThoai: localPhone(dossier.contact.phone ?? ''),
  NgayTiepNhan: portalTime(dossier.acceptedAt),
  NgayHenTra: portalTime(dossier.dueAt),
  TrangThaiHoSo: String(dossier.status),
  NgayTra: portalTime(dossier.returnedAt),
  HinhThuc: returnNumbers[dossier.returnsBy],
  NgayKetThucXuLy: portalTime(dossier.finishedAt),
  DonViXuLy: dossier.agency,
  TaiLieuNop: dossier.papers.map(paper),
  DanhSachTepDinhKemKhac: dossier.papers.map(countedPaper),
  DanhSachLePhi: dossier.fees.map(fee),
  DanhSachHoSoBoSung: dossier.supplements.map(supplement),
  DanhSachGiayToKetQua: dossier.results.map(result),
});

/** `+84912345678` → `0912345678` */
const localPhone = (phone: string): string => phone.replace(/^\+84/, '0');

/** `0912345678` → `+84912345678` */
export const e164 = (phone: string): string => phone.replace(/^0/, '+84');

/** Named without a file: files are read here, by those who may. */
const paper = ({ component, name }: NationalPaper) => ({
  TepDinhKemId: '',
  TenTepDinhKem: name,
  IsDeleted: 'False',
  MaThanhPhanHoSo: component,
  DuongDanTaiTepTin: '',
});

const countedPaper = ({ name, count, copyKind }: NationalPaper) => ({
  TenGiayTo: name,
  SoLuong: count,
  LoaiGiayTo: copyKindNumbers[copyKind],
});

const fee = ({ name, kind, amountVnd, asked }: NationalFee) => ({
  TenPhiLePhi: name,
  MaPhiLePhi: '',
  HinhThucThu: timingNumbers[asked],
  Gia: String(amountVnd),
  LoaiPhiLePhi: feeKindNumbers[kind],
});

const supplement = (asked: NationalSupplement, index: number) => ({
  HoSoBoSungId: index + 1,
  NguoiYeuCauBoSung: asked.requestedBy,
  NoiDungBoSung: asked.what,
  NgayBoSung: portalTime(asked.requestedAt),
  NgayTiepNhanBoSung: portalTime(asked.receivedAt),
  TrangThaiBoSung: asked.receivedAt !== undefined,
  NgayHenTraTruoc: portalTime(asked.dueBefore),
  NgayHenTraMoi: portalTime(asked.dueAfter),
});

const result = ({ name, scan }: NationalResult) => ({
  TenGiayTo: name,
  MaThanhPhanHoSo: '',
  GiayToId: scan,
  DuongDanTepTinKetQua: '',
});

export const progressDocument = (entry: ProgressEntry) => ({
  MaHoSo: entry.code,
  NguoiXuLy: entry.by,
  ChucDanh: entry.by,
  ThoiDiemXuLy: portalTime(entry.at),
  PhongBanXuLy: entry.unit,
  NoiDungXuLy: entry.what,
  TrangThai: String(entry.status),
  NgayBatDau: portalTime(entry.startedAt),
  NgayKetThucTheoQuyDinh: portalTime(entry.dueAt),
});

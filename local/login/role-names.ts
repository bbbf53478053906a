import type { DemoUser } from './demo-users.ts';

export interface RoleName {
  readonly vi: string;
  readonly en: string;
  readonly mayDoVi: string;
  readonly mayDoEn: string;
}

/** The roles (= Cognito groups) in words. */
export const roleNames: Readonly<Record<string, RoleName>> = {
  clerk: {
    vi: 'Giao dịch viên',
    en: 'Counter clerk',
    mayDoVi: 'Tiếp nhận, quét, in phiếu, bàn giao hồ sơ của bưu cục',
    mayDoEn: 'Takes in, scans, prints and hands over dossiers of the post office',
  },
  courier: {
    vi: 'Bưu tá',
    en: 'Courier',
    mayDoVi: 'Chuyển trả kết quả, ghi nhận phát hàng',
    mayDoEn: 'Returns results, records deliveries and attempts',
  },
  officer: {
    vi: 'Chuyên viên',
    en: 'Department officer',
    mayDoVi: 'Nhận hồ sơ của đơn vị, xử lý, đề nghị bổ sung',
    mayDoEn: 'Pulls the department’s dossiers, works on them, asks for supplements',
  },
  leader: {
    vi: 'Lãnh đạo',
    en: 'Department leader',
    mayDoVi: 'Quyết định, gia hạn, theo dõi hạn của đơn vị',
    mayDoEn: 'Decides, extends, watches the department’s due dates',
  },
  supervisor: {
    vi: 'Giám sát',
    en: 'Supervisor',
    mayDoVi: 'Theo dõi toàn tuyến, đối soát, sửa sai có lưu vết',
    mayDoEn: 'Oversees the whole way, reconciles, repairs with an audit trail',
  },
};

/** ` · bd-vi-thanh`, or nothing for somebody of the whole province. */
export const placeOf = ({ attributes }: DemoUser): string => {
  const place = attributes['custom:office'] ?? attributes['custom:agency'];
  return place === undefined ? '' : ` · ${place}`;
};

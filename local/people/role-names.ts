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
    mayDoVi: 'Tiếp nhận, quét, in giấy hẹn, nhận bổ sung và gửi trả kết quả của bưu cục',
    mayDoEn:
      'Takes in, scans and prints; receives supplements; dispatches results of the post office',
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
    mayDoVi: 'Làm mọi việc của chuyên viên trong đơn vị',
    mayDoEn: 'Does all that an officer of the department may do',
  },
  supervisor: {
    vi: 'Giám sát',
    en: 'Supervisor',
    mayDoVi: 'Theo dõi toàn tỉnh, xác nhận ca lệch tiền, sửa lịch, ghép thiết bị',
    mayDoEn:
      'Watches the province, confirms shifts that do not balance, amends calendars, pairs devices',
  },
};

/** ` · bd-vi-thanh`, or nothing for somebody of the whole province. */
export const placeOf = ({ attributes }: DemoUser): string => {
  const place = attributes['custom:office'] ?? attributes['custom:agency'];
  return place === undefined ? '' : ` · ${place}`;
};

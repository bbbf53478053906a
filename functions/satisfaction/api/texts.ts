import type { Index, Level } from '#functions/satisfaction/domain/rating.ts';

interface Sentence {
  readonly vi: string;
  readonly en: string;
}

export const levelTexts: Readonly<Record<Level, Sentence>> = {
  'very-satisfied': { vi: 'Rất hài lòng', en: 'Very satisfied' },
  satisfied: { vi: 'Hài lòng', en: 'Satisfied' },
  neutral: { vi: 'Bình thường', en: 'Neither' },
  dissatisfied: { vi: 'Không hài lòng', en: 'Not satisfied' },
};

/** The nine indices in the words of TT 01/2018/TT-VPCP art. 13, since replaced by TT 03/2025, shortened. */
export const indexTexts: Readonly<Record<Index, Sentence>> = {
  'total-time': { vi: 'Thời gian giải quyết hồ sơ', en: 'Time from start to end' },
  'agency-time': { vi: 'Thời gian giải quyết tại từng cơ quan', en: 'Time at each agency' },
  contacts: { vi: 'Số lần phải liên hệ', en: 'Contacts that were needed' },
  agencies: { vi: 'Số cơ quan phải liên hệ', en: 'Agencies that had to be contacted' },
  organisation: { vi: 'Tổ chức tiếp nhận tại Bộ phận Một cửa', en: 'Organisation at the counter' },
  publicity: { vi: 'Công khai thủ tục hành chính', en: 'Procedures made public' },
  attitude: { vi: 'Thái độ phục vụ', en: 'Attitude' },
  'complaint-handling': { vi: 'Giải quyết phản ánh, kiến nghị', en: 'Handling of complaints' },
  'online-services': { vi: 'Cung cấp dịch vụ công trực tuyến', en: 'Online services' },
};

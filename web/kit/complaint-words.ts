import type { ComplaintRoute, ComplaintSubject } from '#functions/complaints/domain/complaint.ts';

const subject = {
  delay: 'chậm',
  loss: 'mất',
  damage: 'hư hỏng',
  fee: 'giá cước',
  conduct: 'thái độ phục vụ',
  other: 'việc khác',
} satisfies Record<ComplaintSubject, string>;

const route = {
  'within-province': 'trong tỉnh',
  'inter-province': 'liên tỉnh',
} satisfies Record<ComplaintRoute, string>;

const vi = { subject, route };

export type ComplaintWords = typeof vi;

const en: ComplaintWords = {
  subject: {
    delay: 'delay',
    loss: 'loss',
    damage: 'damage',
    fee: 'postage',
    conduct: 'conduct',
    other: 'something else',
  },
  route: { 'within-province': 'within the province', 'inter-province': 'beyond the province' },
};

/** What a complaint about the post (khiếu nại) is about, wherever it is shown. */
export const complaintWords = { vi, en } as const;

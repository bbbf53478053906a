import type { Finding } from './check-history.ts';

type Found<What extends Finding['what']> = Extract<Finding, { readonly what: What }>;

const vi = {
  proveHeading: 'Lịch sử có bị sửa không?',
  prove:
    'Máy của ông/bà tự tính lại mã của từng sự kiện, so với dấu neo đã công bố. Không phải tin lời ai.',
  check: 'Kiểm tra ngay trên máy này',
  checking: 'Đang tính…',
  verdict: {
    proven: 'Nguyên vẹn: lịch sử chưa bị sửa.',
    broken: 'KHÔNG ĐÚNG: lịch sử đã bị thay đổi. Xin giữ lại màn hình này và báo cơ quan.',
    unproven:
      'Các sự kiện nối đúng nhau; dấu neo của ngày được công bố vào đêm, xin kiểm tra lại ngày mai.',
  },
  chain: (it: Found<'chain'>) =>
    it.ok ? `${it.count} sự kiện nối đúng nhau` : `Chuỗi bị đứt tại sự kiện ${it.version}`,
  texts: (it: Found<'texts'>) =>
    it.ok ? `${it.count} lời văn đúng như đã niêm` : `Lời văn của sự kiện ${it.version} không đúng`,
  anchor: (it: Found<'anchor'>) =>
    it.ok
      ? `Sự kiện 1–${it.version} đã có trong dấu neo ngày ${it.day}`
      : `Sự kiện ${it.version} không có trong dấu neo ngày ${it.day}`,
  rest: (it: Found<'rest'>) =>
    it.ok ? `Sự kiện mới hơn, chờ dấu neo sau: ${it.count}` : 'Có sự kiện được thêm sau khi neo',
  rateHeading: 'Ông/bà có hài lòng không?',
  rateLead: 'Một lần cho hồ sơ này. Câu trả lời không ghi tên và không biết của hồ sơ nào.',
  level: 'Mức độ hài lòng',
  why: 'Vì sao chưa hài lòng',
  choose: 'Chọn một lý do…',
  more: 'Nói rõ hơn, nếu muốn',
  send: 'Gửi đánh giá',
  sending: 'Đang gửi…',
  missing: 'Xin chọn một mức, và lý do nếu không hài lòng.',
  thanks: 'Cảm ơn ông/bà. Đánh giá đã được ghi nhận.',
};

const en: typeof vi = {
  proveHeading: 'Was the history changed?',
  prove:
    'Your own device reckons the hash of each event again and compares it with the published anchor. Nobody has to be believed.',
  check: 'Check it on this device',
  checking: 'Reckoning…',
  verdict: {
    proven: 'Intact: the history was not changed.',
    broken: 'WRONG: this history was changed. Keep this screen and tell the agency.',
    unproven:
      'The events fit each other; the anchor of a day is published in the night, please check again tomorrow.',
  },
  chain: (it) =>
    it.ok
      ? `${it.count} events, each bound to the one before`
      : `The chain breaks at event ${it.version}`,
  texts: (it) =>
    it.ok
      ? `${it.count} texts are those that were sealed`
      : `The words of event ${it.version} are others`,
  anchor: (it) =>
    it.ok
      ? `Events 1–${it.version} are in the anchor of ${it.day}`
      : `Event ${it.version} is not in the anchor of ${it.day}`,
  rest: (it) =>
    it.ok
      ? `Newer events that wait for a later anchor: ${it.count}`
      : 'An event was added after the anchor',
  rateHeading: 'Are you satisfied?',
  rateLead:
    'Once for this dossier. The answer has no name, and nobody knows of which dossier it is.',
  level: 'How satisfied',
  why: 'Why not',
  choose: 'Choose a reason…',
  more: 'More, if you like',
  send: 'Send',
  sending: 'Sending…',
  missing: 'Please choose one, and a reason where you are not satisfied.',
  thanks: 'Thank you. It was recorded.',
};

/** Words of what comes behind the detail; they are fetched with it. */
export const afterWords = { vi, en } as const;

const vi = {
  title: 'Thủ tục và giấy tờ cần có',
  otherLanguage: 'English',
  lead: 'Gõ việc ông/bà cần làm bằng lời của mình, có dấu hay không dấu đều được.',
  query: 'Việc cần làm',
  find: 'Tìm',
  finding: 'Đang tìm…',
  none: 'Không thấy thủ tục nào. Thử ít chữ hơn, hoặc hỏi bưu cục gần nhất.',
  youMean: 'Ý bạn là…?',
  because: 'vì câu hỏi nói',
  noneOfThese: 'Không phải các việc này',
  askSomebody: 'Chưa có việc đúng ý',
  whomToAsk:
    'Xin mang câu hỏi đến bưu cục gần nhất hoặc nơi tiếp nhận của xã, phường. Câu hỏi được ghi lại, không kèm tên hay số, để lần sau tìm thấy.',
  notHere: 'Việc này không nộp ở bưu cục.',
  doneBy: 'Nơi làm:',
  ended: (day: string) => `chỉ nhận ở đây đến hết ngày ${day.split('-').reverse().join('/')}.`,
  back: 'Tìm thủ tục khác',
  bring: 'Giấy tờ mang theo',
  optional: 'nếu có',
  fromDataBase: 'không phải mang: bưu cục tra trong cơ sở dữ liệu',
  givenBack: 'được trả lại',
  copyKind: { original: 'bản chính', certified: 'bản chứng thực', photocopy: 'bản photo' },
  howLong: 'Bao lâu',
  term: {
    'working-days': (n: number) => `${n} ngày làm việc`,
    'calendar-days': (n: number) => `${n} ngày`,
    'working-hours': (n: number) => `${n} giờ làm việc`,
    'same-day': () => 'Trong ngày',
    none: () => 'Luật không định thời hạn',
    unconfirmed: () => 'Chưa xác nhận; hỏi bưu cục',
  },
  inCase: 'Trường hợp',
  fees: 'Lệ phí, phí của Nhà nước',
  noFee: 'Không thu, hoặc chưa xác nhận; hỏi bưu cục.',
  postage: 'Cước bưu điện tính riêng.',
  where: 'Nộp ở đâu',
  noPlace: 'Chưa có bưu cục nào nhận thủ tục này hôm nay.',
  steps: 'Các bước',
  result: 'Kết quả',
  print: 'In danh sách này',
  code: 'Mã thủ tục',
  track: 'Tra cứu hồ sơ đã nộp',
};

const en: typeof vi = {
  title: 'Procedures and papers to bring',
  otherLanguage: 'Tiếng Việt',
  lead: 'Type what you need in your own words (Vietnamese), with or without marks.',
  query: 'What you need',
  find: 'Find',
  finding: 'Looking…',
  none: 'There is no such procedure. Try fewer words, or ask the nearest post office.',
  youMean: 'Do you mean…?',
  because: 'because the question says',
  noneOfThese: 'None of these',
  askSomebody: 'Nothing here is meant',
  whomToAsk:
    'Please take the question to the nearest post office or to the commune. It is noted without names or numbers, to be found next time.',
  notHere: 'This is not handed in at a post office.',
  doneBy: 'It is done by',
  ended: (day) => `was taken here until ${day.split('-').reverse().join('/')}.`,
  back: 'Another procedure',
  bring: 'Papers to bring',
  optional: 'if there is one',
  fromDataBase: 'not to be brought: looked up in a public data base',
  givenBack: 'given back',
  copyKind: { original: 'original', certified: 'certified copy', photocopy: 'photocopy' },
  howLong: 'How long',
  term: {
    'working-days': (n) => `${n} working days`,
    'calendar-days': (n) => `${n} days`,
    'working-hours': (n) => `${n} working hours`,
    'same-day': () => 'The same day',
    none: () => 'The law sets no limit',
    unconfirmed: () => 'Not confirmed; ask the post office',
  },
  inCase: 'Case',
  fees: 'State fees',
  noFee: 'None, or not confirmed; ask the post office.',
  postage: 'Postage is extra.',
  where: 'Where to hand it in',
  noPlace: 'No post office takes this procedure today.',
  steps: 'Steps',
  result: 'Result',
  print: 'Print this list',
  code: 'Procedure code',
  track: 'Follow a dossier',
};

export const procedureWords = { vi, en } as const;
export type ProcedureWords = typeof vi;

type Unit = keyof ProcedureWords['term'];

/** A term in words: what is no known rule has not been confirmed. */
export const termText = (
  rule: Readonly<Record<string, unknown>>,
  { term }: Pick<ProcedureWords, 'term'>,
): string => {
  const unit = String(rule['unit']);
  const say = Object.hasOwn(term, unit) ? term[unit as Unit] : term.unconfirmed;
  return say(Number(rule['amount'] ?? 0));
};

/** `/thu-tuc/1.012783`: which one; empty where one is looked for. */
export const procedureIn = ({ pathname }: { readonly pathname: string }): string => {
  const [, , code = ''] = pathname.split('/');
  return /^[\w.]{1,40}$/.test(code) ? code : '';
};

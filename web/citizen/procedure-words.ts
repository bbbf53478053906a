import { shortDay } from '../kit/format.ts';

const vi = {
  title: 'Thủ tục và giấy tờ cần có',
  otherLanguage: 'English',
  lead: 'Gõ bằng lời của mình, có dấu hay không dấu đều được. Ví dụ: mất sổ đỏ, làm lại ở đâu.',
  noNames: 'Xin đừng ghi tên, số điện thoại.',
  counted:
    'Câu hỏi chưa tìm thấy việc được đếm theo tuần, bỏ tên và số, để lần sau tìm thấy. Ai hỏi thì không ghi.',
  query: 'Việc cần làm',
  find: 'Tìm',
  finding: 'Đang tìm…',
  none: 'Không thấy thủ tục nào. Thử ít chữ hơn, hoặc hỏi bưu cục gần nhất.',
  youMean: 'Ông/bà hỏi việc nào?',
  choose: 'Bấm vào đúng việc của mình để xem giấy tờ, phí và nơi nộp.',
  because: 'còn gọi là',
  noneOfThese: 'Không phải các việc này',
  askSomebody: 'Chưa có việc đúng ý',
  whomToAsk: 'Xin hỏi bưu cục gần nhất hoặc nơi tiếp nhận của xã, phường. Nhân viên ở đó tra giúp.',
  notHere: 'Việc này không nộp ở bưu cục.',
  doneBy: 'Nơi làm:',
  ended: (day: string) => `chỉ nhận ở đây đến hết ngày ${shortDay(day)}.`,
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
  grounds: 'Căn cứ',
  inForce: ({ from, to }: { readonly from: string; readonly to?: string | undefined }) =>
    `Áp dụng từ ${shortDay(from)}${to === undefined ? '' : ` đến hết ${shortDay(to)}`}`,
  unsure: 'Chưa đối chiếu hết. Xin hỏi bưu cục trước khi đi.',
  unchecked: 'Chưa đối chiếu:',
  print: 'In danh sách này',
  code: 'Mã thủ tục',
  track: 'Tra cứu hồ sơ đã nộp',
};

const en: typeof vi = {
  title: 'Procedures and papers to bring',
  otherLanguage: 'Tiếng Việt',
  lead: 'Type in your own words (in Vietnamese), with or without marks. Such as: mất sổ đỏ, làm lại ở đâu.',
  noNames: 'Please write no names or telephone numbers.',
  counted:
    'Questions that lead nowhere are counted by week, without names and numbers, to be found next time. Who asks is not noted.',
  query: 'What you need',
  find: 'Find',
  finding: 'Looking…',
  none: 'There is no such procedure. Try fewer words, or ask the nearest post office.',
  youMean: 'Which of these do you mean?',
  choose: 'Press the right one to see papers, fees and places.',
  because: 'also called',
  noneOfThese: 'None of these',
  askSomebody: 'None was what you meant',
  whomToAsk: 'Please ask the nearest post office or the commune. They look it up with you.',
  notHere: 'This is not handed in at a post office.',
  doneBy: 'It is done by',
  ended: (day) => `was taken here until ${shortDay(day)}.`,
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
  grounds: 'By which law',
  inForce: ({ from, to }) =>
    `In force from ${shortDay(from)}${to === undefined ? '' : ` to ${shortDay(to)}`}`,
  unsure: 'Not all of it has been checked. Please ask the post office before you go.',
  unchecked: 'Not checked:',
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

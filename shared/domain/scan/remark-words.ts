import type { ScanCode } from './findings.ts';

/** What it is, and what to do about it, for the clerk at the counter. */
export interface RemarkWords {
  readonly vi: string;
  readonly en: string;
  readonly doVi: string;
  readonly doEn: string;
}

const say = (vi: string, en: string, doVi: string, doEn: string): RemarkWords => ({
  vi,
  en,
  doVi,
  doEn,
});

const scanAgain = ['Quét lại tệp này.', 'Scan this file again.'] as const;
const printToPdf = [
  'Mở tệp, chọn In, in ra PDF (không kèm ô nhập liệu), rồi tải bản mới lên.',
  'Open the file, print it to PDF without form fields, and upload the new file.',
] as const;

/** A sentence for every code; a code without one does not compile. */
export const remarkWords: Readonly<Record<ScanCode, RemarkWords>> = {
  'blank-page': say(
    'Trang trắng.',
    'The page is blank.',
    'Nếu giấy có chữ ở mặt này thì quét lại; mặt sau trống thì bỏ qua.',
    'Scan again if the paper bears anything on this side; pass over an empty back.',
  ),
  'blurred-page': say(
    'Trang bị mờ hoặc nhòe.',
    'The page is blurred.',
    'Lau mặt kính, giữ yên giấy và quét lại trang.',
    'Clean the glass, hold the paper still and scan the page again.',
  ),
  'low-resolution': say(
    'Độ phân giải thấp: chữ nhỏ sẽ không đọc được.',
    'The resolution is low: small print is lost.',
    'Quét lại ở 200 dpi hoặc 300 dpi.',
    'Scan again at 200 or 300 dpi.',
  ),
  'upside-down-page': say(
    'Trang bị ngược đầu.',
    'The page is upside down.',
    'Xoay giấy và quét lại trang.',
    'Turn the paper and scan the page again.',
  ),
  'duplicate-page': say(
    'Trang lặp lại một trang trước đó.',
    'The page repeats an earlier one.',
    'Kiểm tra xem máy có kéo trùng tờ, và có thiếu trang nào không.',
    'See whether a sheet was fed twice, and whether another is missing.',
  ),
  'similar-page': say(
    'Trang rất giống một trang trước đó.',
    'The page looks very much like an earlier one.',
    'Xem hai trang cạnh nhau: khác nhau thì bỏ qua, trùng thì quét lại.',
    'Look at these two: pass over if they differ, scan again if they are one.',
  ),
  'duplicate-unchecked': say(
    'Chưa so sánh được trang này với các trang giống nó.',
    'The page was not compared with those that look alike.',
    'Xem lướt các trang để biết có tờ nào bị quét hai lần.',
    'Look through the pages for a sheet that was scanned twice.',
  ),
  'damaged-page': say(
    'Hình của trang bị thiếu hoặc hỏng.',
    'A picture of the page is missing or cut off.',
    'Quét lại trang.',
    'Scan the page again.',
  ),
  'page-not-inspected': say(
    'Trang chưa được kiểm tra tự động.',
    'The page was not inspected.',
    'Mở trang và xem bằng mắt.',
    'Open the page and look at it yourself.',
  ),
  'page-count-mismatch': say(
    'Số trang trong tệp khác số trang đã đếm (đếm/có trong tệp).',
    'The file has another number of pages than were counted (counted/found).',
    'Đếm lại giấy; thiếu trang thì quét lại.',
    'Count the papers again; scan again if one is missing.',
  ),
  'blank-pages-uncounted': say(
    'Số trang sau tờ phân trang chỉ khớp khi không đếm trang trắng (ghi/có).',
    'Behind the cover sheet the count agrees only without the blank pages (said/found).',
    'Quét hai mặt thì bỏ qua; nếu không, xem có thiếu trang hoặc tờ phân trang nào.',
    'Pass over after a duplex scan; otherwise see whether a page or a sheet is missing.',
  ),
  'duplicate-file': say(
    'Tệp này đã có trong hồ sơ.',
    'The dossier holds this very file already.',
    'Kiểm tra xem có chọn nhầm tệp cho thành phần này.',
    'See whether the wrong file was chosen for this component.',
  ),
  'component-absent': say(
    'Thành phần này không có trong tập quét.',
    'The batch does not show this component.',
    'Quét riêng thành phần còn thiếu.',
    'Scan the missing component by itself.',
  ),
  empty: say('Tệp rỗng.', 'The file is empty.', ...scanAgain),
  'too-large': say(
    'Tệp lớn hơn 20 MB.',
    'The file is larger than 20 MB.',
    'Quét ở 200 dpi, hoặc gửi thành tập quét, mỗi trang một tệp (tối đa 100 MB).',
    'Scan at 200 dpi, or send a batch with a file a page (100 MB at most).',
  ),
  'hash-mismatch': say(
    'Tệp nhận được khác tệp đã báo.',
    'What arrived is not the file that was announced.',
    'Tải tệp lên lại.',
    'Upload the file again.',
  ),
  'type-mismatch': say(
    'Nội dung tệp không đúng loại đã báo.',
    'The file is not what it says it is.',
    'Quét lại thành PDF, JPEG, PNG, TIFF hoặc WebP.',
    'Scan again to PDF, JPEG, PNG, TIFF or WebP.',
  ),
  'photo-format': say(
    'Ảnh HEIC của điện thoại không mở được ở mọi nơi nhận.',
    'HEIC photographs of telephones do not open wherever the dossier goes.',
    'Trên iPhone chọn Cài đặt › Camera › Định dạng › Tương thích nhất rồi chụp lại, hoặc gửi ảnh dạng JPEG.',
    'On an iPhone choose Settings › Camera › Formats › Most Compatible and take it again, or send a JPEG.',
  ),
  unreadable: say('Không mở được tệp.', 'No reader opens the file.', ...scanAgain),
  'damaged-file': say(
    'Hình bị cắt cụt hoặc hỏng dữ liệu.',
    'The picture is cut off or its data is damaged.',
    ...scanAgain,
  ),
  'no-pages': say('Tệp không có trang nào.', 'The file has no pages.', ...scanAgain),
  'several-pages': say(
    'Mỗi tệp của tập quét chỉ được có một trang.',
    'A file of a batch may have one page only.',
    'Cho máy quét lưu mỗi trang một tệp, hoặc gửi cả tập thành một PDF.',
    'Let the scanner write a file a page, or send the batch as one PDF.',
  ),
  'too-many-pages': say(
    'Tệp có hơn 300 trang.',
    'The file has more than 300 pages.',
    'Chia giấy thành nhiều tệp.',
    'Divide the papers among several files.',
  ),
  'too-many-pixels': say(
    'Hình quá lớn (hơn 60 triệu điểm ảnh).',
    'A picture is too large (more than 60 million pixels).',
    'Quét lại ở 400 dpi hoặc thấp hơn; 400 dpi là đủ cho khổ A3.',
    'Scan again at 400 dpi or less; 400 dpi is enough, for A3 too.',
  ),
  'too-complex': say(
    'Tệp cần quá nhiều bộ nhớ hoặc thời gian để mở.',
    'The file takes too much memory or time to open.',
    'In tệp ra giấy rồi quét, hoặc chia thành nhiều tệp.',
    'Print the file and scan it, or divide it into several files.',
  ),
  'encrypted-pdf': say(
    'Tệp PDF đòi mật khẩu khi mở.',
    'The PDF asks for a password.',
    'Nhờ người nộp gỡ mật khẩu, hoặc in ra giấy rồi quét.',
    'Have the applicant remove the password, or print it and scan it.',
  ),
  'scripted-form': say(
    'Tệp PDF có biểu mẫu chạy lệnh (XFA hoặc mã trong ô nhập liệu).',
    'The PDF holds a form that runs code (XFA, or scripts of its fields).',
    ...printToPdf,
  ),
  'active-content': say(
    'Tệp PDF tự chạy lệnh hoặc mở nội dung từ nơi khác.',
    'The PDF acts by itself, or fetches something from elsewhere.',
    ...printToPdf,
  ),
  attachment: say(
    'Tệp PDF đính kèm một tệp khác có thể chạy được.',
    'The PDF has another file attached that could be run.',
    'Gỡ tệp đính kèm, hoặc in ra PDF rồi tải bản mới lên.',
    'Remove the attachment, or print to PDF and upload the new file.',
  ),
  'no-cover-sheet': say(
    'Tập quét không có tờ phân trang nào đọc được.',
    'No cover sheet of the batch could be read.',
    'In lại tờ phân trang và quét lại cả tập.',
    'Print the cover sheets again and scan the whole batch again.',
  ),
  'stray-page': say(
    'Trang nằm trước tờ phân trang đầu tiên.',
    'The page lies before the first cover sheet.',
    'Đặt tờ phân trang lên trước và quét lại cả tập.',
    'Lay a cover sheet in front and scan the whole batch again.',
  ),
  'foreign-page': say(
    'Tờ phân trang của hồ sơ khác.',
    'The cover sheet is of another dossier.',
    'Lấy giấy của hồ sơ khác ra và quét lại cả tập.',
    'Take the other dossier’s papers out and scan the whole batch again.',
  ),
  'unknown-component-page': say(
    'Tờ phân trang của thành phần không có trong hồ sơ.',
    'The cover sheet is of a component that the dossier does not have.',
    'In tờ phân trang cho đúng thành phần và quét lại.',
    'Print the cover sheet of the right component and scan again.',
  ),
  'uncertain-page': say(
    'Không biết trang này có phải tờ phân trang không.',
    'Nobody can tell whether this page is a cover sheet.',
    'Quét lại cả tập.',
    'Scan the whole batch again.',
  ),
  'sheet-count-mismatch': say(
    'Số trang sau tờ phân trang khác số đã ghi (ghi/có).',
    'Behind the cover sheet lies another number of pages than it says (said/found).',
    'Đếm lại giấy; có thể máy nuốt mất một tờ phân trang. Quét lại cả tập.',
    'Count the papers; the feeder may have swallowed a sheet. Scan the whole batch again.',
  ),
};

import type { Choice } from './choices.ts';

/**
 * Mẫu câu: what is often said, to begin with. In Vietnamese for whoever reads it; never sent as it stands
 * without a person having seen it in the field.
 */
export const sentences: Readonly<Partial<Record<Choice, readonly string[]>>> = {
  supplement: [
    'Giấy tờ chưa có chữ ký hoặc dấu theo quy định.',
    'Bản chụp mờ, không đọc được nội dung.',
    'Giấy tờ đã hết thời hạn sử dụng.',
    'Thông tin trên tờ khai chưa khớp với giấy tờ kèm theo.',
  ],
  payment: [
    'Phí thẩm định hồ sơ theo quy định của Hội đồng nhân dân thành phố.',
    'Lệ phí cấp giấy theo quy định.',
  ],
  extend: [
    'Cần thêm thời gian lấy ý kiến cơ quan liên quan.',
    'Cần kiểm tra thực địa trước khi giải quyết.',
    'Cơ quan chưa giải quyết kịp thời hạn đã hẹn; mong ông/bà thông cảm.',
  ],
  transfer: ['Hồ sơ không thuộc thẩm quyền của đơn vị.', 'Thửa đất thuộc địa bàn đơn vị nhận.'],
  stop: [
    'Chờ kết quả giải quyết của vụ việc liên quan.',
    'Có tranh chấp, khiếu nại đang được thụ lý.',
  ],
  'refuse-reception': [
    'Hồ sơ không thuộc phạm vi tiếp nhận của đơn vị.',
    'Hồ sơ không bảo đảm thành phần theo quy định.',
  ],
  decide: ['Không đủ điều kiện theo quy định của pháp luật.'],
  'return-proposal': [
    'Bổ sung căn cứ pháp lý vào dự thảo.',
    'Kiểm tra lại thông tin người nộp và thửa đất.',
    'Sửa thể thức văn bản.',
  ],
  'take-back': ['Chuyên viên vắng mặt, chuyển người khác xử lý.'],
};

import { type LawNames, named } from './named.ts';

/** Vietnam: Article 9 of the Decree of 2023; Article 4 of the Law of 2025. */
export const vnPdpl: LawNames = [
  {
    from: '2023-07-01',
    names: named('vi', {
      access: ['Quyền truy cập', 'Nghị định 13/2023/NĐ-CP, Điều 9'],
      provision_copy: ['Quyền cung cấp dữ liệu', 'Nghị định 13/2023/NĐ-CP, Điều 9'],
      erasure: ['Quyền xóa dữ liệu', 'Nghị định 13/2023/NĐ-CP, Điều 9'],
      restriction: ['Quyền hạn chế xử lý dữ liệu', 'Nghị định 13/2023/NĐ-CP, Điều 9'],
      objection: ['Quyền phản đối xử lý dữ liệu', 'Nghị định 13/2023/NĐ-CP, Điều 9'],
      withdraw_consent: ['Quyền rút lại sự đồng ý', 'Nghị định 13/2023/NĐ-CP, Điều 9'],
    }),
  },
  {
    from: '2026-01-01',
    names: named('vi', {
      access: ['Xem dữ liệu cá nhân', 'Luật 91/2025/QH15, Điều 4'],
      rectification: ['Chỉnh sửa hoặc yêu cầu chỉnh sửa dữ liệu cá nhân', 'Luật 91/2025/QH15, Điều 4'],
      provision_copy: ['Cung cấp dữ liệu cá nhân', 'Luật 91/2025/QH15, Điều 4'],
      erasure: ['Xóa dữ liệu cá nhân', 'Luật 91/2025/QH15, Điều 4'],
      restriction: ['Hạn chế xử lý dữ liệu cá nhân', 'Luật 91/2025/QH15, Điều 4'],
      objection: ['Phản đối xử lý dữ liệu cá nhân', 'Luật 91/2025/QH15, Điều 4'],
      withdraw_consent: ['Yêu cầu rút lại sự đồng ý', 'Luật 91/2025/QH15, Điều 4'],
    }),
  },
];

import { type LawNames, named } from './named.ts';

/** Thailand: the words of sections 19 and 30 to 34. Section 35 has no word for rectification. */
export const thPdpa: LawNames = [
  {
    from: '2022-06-01',
    names: named('th', {
      access: ['สิทธิขอเข้าถึงและขอรับสำเนาข้อมูลส่วนบุคคล', 'มาตรา 30'],
      portability: ['สิทธิขอรับข้อมูลส่วนบุคคลที่เกี่ยวกับตน', 'มาตรา 31'],
      objection: ['สิทธิคัดค้านการเก็บรวบรวม ใช้ หรือเปิดเผยข้อมูลส่วนบุคคล', 'มาตรา 32'],
      erasure: ['สิทธิขอให้ลบหรือทำลายข้อมูลส่วนบุคคล', 'มาตรา 33'],
      restriction: ['สิทธิขอให้ระงับการใช้ข้อมูลส่วนบุคคล', 'มาตรา 34'],
      withdraw_consent: ['การถอนความยินยอม', 'มาตรา 19'],
    }),
  },
];

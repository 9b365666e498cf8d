import { type LawNames, named } from './named.ts';

const LAW = 'المرسوم بقانون اتحادي 45 لسنة 2021';

/** United Arab Emirates: the headings of Articles 13 to 17. */
export const aePdpl: LawNames = [
  {
    from: '2022-01-02',
    names: named(
      'ar',
      {
        access: ['الحق في الحصول على المعلومات', `${LAW}، المادة 13`],
        portability: ['الحق في طلب نقل البيانات الشخصية', `${LAW}، المادة 14`],
        rectification: ['الحق في تصحيح أو محو البيانات الشخصية', `${LAW}، المادة 15`],
        erasure: ['الحق في تصحيح أو محو البيانات الشخصية', `${LAW}، المادة 15`],
        restriction: ['الحق في تقييد المعالجة', `${LAW}، المادة 16`],
        objection: ['الحق في وقف المعالجة', `${LAW}، المادة 17`],
      },
      'likely',
    ),
  },
];

import type { Details } from '#app/domain/requests/right-details.ts';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import { withdrawItems } from '#app/services/requests/withdraw-items.ts';
import type { DemoCourse } from './demo-course.ts';
import {
  approve,
  ask,
  collect,
  execute,
  extend,
  fulfil,
  proveByHand,
  refuse,
  take,
} from './officer-steps.ts';

/** A request of the demo: who files what, how long ago, and what has happened since. */
export interface DemoRequest {
  readonly key: string;
  readonly country: string;
  readonly region?: string;
  /** Where the customer's account says they live, when they have moved since. */
  readonly accountIn?: string;
  readonly locale: string;
  /** Id of a service of the demo; left out: not sure, or all of them. */
  readonly service?: string;
  readonly daysAgo: number;
  readonly asks: Readonly<Partial<Record<DataSubjectRight, Details>>>;
  readonly course: (course: DemoCourse) => Promise<void>;
}

const EVERYTHING = { scope: 'everything' };
const ACCOUNT = { about: ['account', 'purchases'] };
const first = (course: DemoCourse): string => course.items[0] ?? '';

/** Confirms the address while the code is fresh. */
async function confirmed(course: DemoCourse): Promise<void> {
  course.wait({ minutes: 4 });
  await course.confirm();
}

/** An officer compares what the account holds, where a code alone does not suffice. */
async function known(course: DemoCourse): Promise<void> {
  await proveByHand(course, {
    method: 'attribute_matching',
    compared: ['name', 'account_id', 'recent_transaction'],
    reason: 'Name, account and last invoice were given and match the account.',
    proven: [],
  });
}

/** At every stage, under each law, in each language; some late, some nearly, some long done. */
export const DEMO_REQUESTS: readonly DemoRequest[] = [
  {
    key: 'new',
    country: 'NL',
    locale: 'en',
    daysAgo: 1,
    asks: { access: ACCOUNT },
    course: async () => {},
  },
  {
    key: 'unproven',
    country: 'IE',
    locale: 'en',
    service: 'forum',
    daysAgo: 30,
    asks: { access: ACCOUNT },
    course: async () => {},
  },
  {
    key: 'access-and-portability',
    country: 'DE',
    locale: 'en',
    service: 'cloud',
    daysAgo: 4,
    asks: { access: { about: ['everything'] }, portability: EVERYTHING },
    async course(course) {
      await confirmed(course);
      course.wait({ days: 2 });
      await take(course);
      await collect(course);
    },
  },
  {
    key: 'late-in-california',
    country: 'US',
    region: 'US-CA',
    locale: 'en',
    daysAgo: 47,
    asks: { access: { about: ['everything'] } },
    async course(course) {
      await confirmed(course);
      course.wait({ days: 3 });
      await take(course);
      await proveByHand(course, {
        method: 'attribute_matching',
        compared: ['name', 'account_id', 'recent_transaction', 'signed_declaration'],
        reason: 'Name, account and last invoice match the account; the declaration is signed.',
        proven: [],
      });
    },
  },
  {
    key: 'erasure-due-in-korea',
    country: 'KR',
    locale: 'ko',
    daysAgo: 8,
    asks: { erasure: EVERYTHING },
    async course(course) {
      await confirmed(course);
      course.wait({ days: 1 });
      await take(course);
      await known(course);
    },
  },
  {
    key: 'suspended-in-korea',
    country: 'KR',
    locale: 'ko',
    daysAgo: 20,
    asks: { restriction: { ground: 'other', which: '마케팅 분석에 제 정보를 이용하는 것을 멈춰 주십시오.' } },
    async course(course) {
      await confirmed(course);
      course.wait({ days: 5 });
      await take(course);
      await known(course);
      await execute(
        course,
        first(course),
        3,
        'Marketing profile set to restricted; segments rebuilt without it.',
      );
      await fulfil(course, first(course));
    },
  },
  {
    key: 'courtesy-in-singapore',
    country: 'SG',
    locale: 'en',
    daysAgo: 6,
    asks: { erasure: { scope: 'some', which: 'The support chats of last year.' } },
    course: confirmed,
  },
  {
    key: 'real-name-in-china',
    country: 'CN',
    locale: 'en',
    service: 'cloud',
    daysAgo: 5,
    asks: { access: ACCOUNT },
    async course(course) {
      await confirmed(course);
      course.wait({ days: 1 });
      await take(course);
    },
  },
  {
    key: 'question-open',
    country: 'SE',
    locale: 'ar',
    service: 'mail',
    daysAgo: 22,
    asks: { rectification: { field: ['العنوان'], present: ['شارع قديم 4'], right: ['شارع جديد 9'] } },
    async course(course) {
      await confirmed(course);
      course.wait({ days: 9 });
      await take(course);
      await ask(course, 'هل العنوان الجديد للفواتير أيضًا أم لحسابك فقط؟');
    },
  },
  {
    key: 'objection-refused',
    country: 'FR',
    locale: 'ar',
    daysAgo: 44,
    asks: { objection: { processing: ['analytics'], reason: 'لا أريد أن تُقاس طريقة استخدامي للخدمة.' } },
    async course(course) {
      await confirmed(course);
      course.wait({ days: 18 });
      await take(course);
      await refuse(
        course,
        first(course),
        'compelling_grounds',
        'نحتاج إلى سجلات الدخول لكشف إساءة استخدام الحسابات، وقد أوقفنا كل قياس آخر لاستخدامك.',
      );
    },
  },
  {
    key: 'extended',
    country: 'DE',
    locale: 'en',
    daysAgo: 26,
    asks: { access: { about: ['everything'], more: 'Also the logs of all my devices.' } },
    async course(course) {
      await confirmed(course);
      course.wait({ days: 23 });
      await take(course);
      await extend(
        course,
        first(course),
        'Your account spans eleven years and several archived systems, which have to be searched by hand.',
      );
    },
  },
  {
    key: 'opt-out-done',
    country: 'US',
    region: 'US-CA',
    locale: 'en',
    daysAgo: 3,
    asks: { optout_sale: {} },
    async course(course) {
      course.wait({ days: 1 });
      await execute(course, first(course), 1, 'Opt-out flag set and sent to the advertising audience list.');
      await fulfil(course, first(course));
    },
  },
  {
    key: 'withdrawn',
    country: 'DE',
    locale: 'ar',
    daysAgo: 15,
    asks: { erasure: EVERYTHING },
    async course(course) {
      await confirmed(course);
      course.wait({ days: 2 });
      await withdrawItems(course.subject, { requestId: course.requestId, ordinals: [0] });
    },
  },
  {
    key: 'erased',
    country: 'NL',
    locale: 'en',
    daysAgo: 12,
    asks: { erasure: EVERYTHING },
    async course(course) {
      await confirmed(course);
      course.wait({ days: 4 });
      await take(course);
      await known(course);
      await approve(
        course,
        first(course),
        'Erase account, devices and logs; keep invoices for the tax office.',
      );
      course.wait({ days: 2 });
      await execute(course, first(course), 64, 'Erasure run of operations, checked by a second look-up.');
      await fulfil(course, first(course));
    },
  },
  { key: 'japan', country: 'JP', locale: 'en', daysAgo: 6, asks: { access: ACCOUNT }, course: confirmed },
  {
    key: 'served-by-policy',
    country: 'NZ',
    accountIn: 'GB',
    locale: 'en',
    daysAgo: 51,
    asks: { access: ACCOUNT },
    async course(course) {
      await confirmed(course);
      course.wait({ days: 30 });
      await take(course);
    },
  },
  {
    key: 'marketing',
    country: 'IE',
    locale: 'en',
    daysAgo: 9,
    asks: { withdraw_consent: { consents: ['newsletter'] }, optout_marketing: { channels: ['all'] } },
    course: confirmed,
  },
];

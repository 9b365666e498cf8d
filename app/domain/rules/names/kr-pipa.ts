import { type LawNames, named } from './named.ts';

/** Korea: the headings of the Act. */
export const krPipa: LawNames = [
  {
    from: '2011-09-30',
    names: named('ko', {
      access: ['개인정보의 열람', '개인정보 보호법 제35조'],
      rectification: ['개인정보의 정정', '개인정보 보호법 제36조'],
      erasure: ['개인정보의 삭제', '개인정보 보호법 제36조'],
      restriction: ['개인정보의 처리정지', '개인정보 보호법 제37조'],
      withdraw_consent: ['동의의 철회', '개인정보 보호법 제37조'],
      portability: ['개인정보의 전송 요구', '개인정보 보호법 제35조의2'],
      adm: ['자동화된 결정에 대한 정보주체의 권리', '개인정보 보호법 제37조의2'],
    }),
  },
];

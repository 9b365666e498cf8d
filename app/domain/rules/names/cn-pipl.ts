import { type LawNames, named } from './named.ts';

/** Mainland China: Articles 15, 24 and 44 to 48. */
export const cnPipl: LawNames = [
  {
    from: '2021-11-01',
    names: named('zh-Hans', {
      restriction: ['限制或者拒绝处理', '个人信息保护法 第四十四条'],
      access: ['查阅、复制', '个人信息保护法 第四十五条'],
      portability: ['个人信息转移', '个人信息保护法 第四十五条'],
      rectification: ['更正、补充', '个人信息保护法 第四十六条'],
      erasure: ['删除', '个人信息保护法 第四十七条'],
      explanation_of_rules: ['对处理规则的解释说明', '个人信息保护法 第四十八条'],
      withdraw_consent: ['撤回同意', '个人信息保护法 第十五条'],
      adm: ['自动化决策', '个人信息保护法 第二十四条'],
    }),
  },
];

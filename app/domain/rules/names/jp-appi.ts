import { type LawNames, named } from './named.ts';

/** Japan: the words of Articles 32 to 35. */
export const jpAppi: LawNames = [
  {
    from: '2022-04-01',
    names: named('ja', {
      purposes_notice: ['利用目的の通知', '個人情報保護法 第32条第2項'],
      access: ['保有個人データの開示', '個人情報保護法 第33条'],
      rectification: ['訂正等（訂正、追加又は削除）', '個人情報保護法 第34条'],
      restriction: ['利用停止等', '個人情報保護法 第35条'],
      erasure: ['消去', '個人情報保護法 第35条'],
      stop_third_party: ['第三者への提供の停止', '個人情報保護法 第35条'],
    }),
  },
];

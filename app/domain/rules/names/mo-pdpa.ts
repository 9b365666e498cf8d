import { type LawNames, named } from './named.ts';

/** Macau: Articles 11 to 13 in both official languages. */
export const moPdpa: LawNames = [
  {
    from: '2006-02-19',
    names: [
      ...named('zh-Hant', {
        access: ['查閱權', '第8/2005號法律 第十一條'],
        rectification: ['更正', '第8/2005號法律 第十一條'],
        erasure: ['刪除或封存', '第8/2005號法律 第十一條'],
        objection: ['反對權', '第8/2005號法律 第十二條'],
      }),
      ...named('pt', {
        access: ['Direito de acesso', 'Lei n.º 8/2005, artigo 11.º'],
        rectification: ['Rectificação', 'Lei n.º 8/2005, artigo 11.º'],
        erasure: ['Apagamento ou bloqueio', 'Lei n.º 8/2005, artigo 11.º'],
        objection: ['Direito de oposição do titular dos dados', 'Lei n.º 8/2005, artigo 12.º'],
      }),
    ],
  },
];

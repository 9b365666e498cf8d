import { type LawNames, named } from './named.ts';

/** Brazil: the points of Article 18, and Articles 8 and 20. */
export const brLgpd: LawNames = [
  {
    from: '2020-09-18',
    names: named('pt-BR', {
      access: ['Confirmação da existência de tratamento e acesso aos dados', 'LGPD art. 18, I e II'],
      rectification: ['Correção de dados incompletos, inexatos ou desatualizados', 'LGPD art. 18, III'],
      restriction: ['Anonimização, bloqueio ou eliminação', 'LGPD art. 18, IV'],
      portability: ['Portabilidade dos dados', 'LGPD art. 18, V'],
      erasure: ['Eliminação dos dados pessoais', 'LGPD art. 18, VI'],
      information: ['Informação sobre o uso compartilhado de dados', 'LGPD art. 18, VII'],
      objection: ['Oposição', 'LGPD art. 18, § 2º'],
      withdraw_consent: ['Revogação do consentimento', 'LGPD art. 18, IX'],
      adm: ['Revisão de decisões automatizadas', 'LGPD art. 20'],
    }),
  },
];

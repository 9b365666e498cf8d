import { type LawNames, named } from './named.ts';

/** Quebec: the French text of chapter P-39.1. */
export const caQcLaw25: LawNames = [
  {
    from: '2023-09-22',
    names: named('fr', {
      access: ['Droit d’accès', 'P-39.1, art. 27'],
      rectification: ['Droit de rectification', 'P-39.1, art. 28'],
      de_indexation: ['Cessation de la diffusion, désindexation ou réindexation', 'P-39.1, art. 28.1'],
      portability: [
        'Communication dans un format technologique structuré et couramment utilisé',
        'P-39.1, art. 27, al. 3',
      ],
      adm: ['Décision fondée exclusivement sur un traitement automatisé', 'P-39.1, art. 12.1'],
    }),
  },
];

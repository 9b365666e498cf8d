import { type LawNames, named } from './named.ts';

const DIRECTIVES =
  'Directives relatives à la conservation, à l’effacement et à la communication de ses données à caractère personnel après son décès';

/** France: the words of the Act for data after death; the others are the Regulation's. */
export const frLil: LawNames = [
  { from: '2018-05-25', names: named('fr', { post_mortem: [DIRECTIVES, 'LIL art. 40-1'] }) },
  { from: '2019-06-01', names: named('fr', { post_mortem: [DIRECTIVES, 'LIL art. 85'] }) },
];

import { type LawNames, named } from './named.ts';

/** Switzerland: the Act in its three official languages. */
export const chDsg: LawNames = [
  {
    from: '2023-09-01',
    names: [
      ...named('de', {
        access: ['Auskunftsrecht', 'DSG Art. 25'],
        portability: ['Recht auf Datenherausgabe oder -übertragung', 'DSG Art. 28'],
        rectification: ['Berichtigung', 'DSG Art. 32 Abs. 1'],
        erasure: ['Löschung oder Vernichtung', 'DSG Art. 32 Abs. 2'],
        adm: ['Automatisierte Einzelentscheidung', 'DSG Art. 21'],
        information: ['Informationspflicht bei der Beschaffung von Personendaten', 'DSG Art. 19'],
      }),
      ...named('fr', {
        access: ['Droit d’accès', 'LPD art. 25'],
        portability: ['Droit à la remise ou à la transmission des données personnelles', 'LPD art. 28'],
        rectification: ['Rectification', 'LPD art. 32 al. 1'],
        erasure: ['Effacement ou destruction', 'LPD art. 32 al. 2'],
        adm: ['Décision individuelle automatisée', 'LPD art. 21'],
      }),
      ...named('it', {
        access: ['Diritto d’accesso', 'LPD art. 25'],
        rectification: ['Rettifica', 'LPD art. 32 cpv. 1'],
        erasure: ['Cancellazione o distruzione', 'LPD art. 32 cpv. 2'],
        adm: ['Decisione individuale automatizzata', 'LPD art. 21'],
      }),
    ],
  },
];

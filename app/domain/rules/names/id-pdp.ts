import { type LawNames, named } from './named.ts';

/** Indonesia: Articles 5 to 13. */
export const idPdp: LawNames = [
  {
    from: '2022-10-17',
    names: named('id', {
      information: ['Hak mendapatkan informasi', 'UU 27/2022 Pasal 5'],
      rectification: [
        'Hak melengkapi, memperbarui, dan/atau memperbaiki kesalahan dan/atau ketidakakuratan Data Pribadi',
        'UU 27/2022 Pasal 6',
      ],
      access: ['Hak mendapatkan akses dan memperoleh salinan Data Pribadi', 'UU 27/2022 Pasal 7'],
      erasure: [
        'Hak untuk mengakhiri pemrosesan, menghapus, dan/atau memusnahkan Data Pribadi',
        'UU 27/2022 Pasal 8',
      ],
      withdraw_consent: ['Hak menarik kembali persetujuan pemrosesan', 'UU 27/2022 Pasal 9'],
      adm: [
        'Hak mengajukan keberatan atas tindakan pengambilan keputusan yang hanya didasarkan pada pemrosesan secara otomatis',
        'UU 27/2022 Pasal 10',
      ],
      restriction: ['Hak menunda atau membatasi pemrosesan Data Pribadi', 'UU 27/2022 Pasal 11'],
    }),
  },
];

import { type LawNames, named } from './named.ts';

/** Türkiye: the points of Article 11 in the words of the Law. */
export const trKvkk: LawNames = [
  {
    from: '2016-04-07',
    names: named('tr', {
      access: [
        'Kişisel veri işlenip işlenmediğini öğrenme; işlenmişse buna ilişkin bilgi talep etme',
        'KVKK m. 11/1 (a), (b)',
      ],
      purposes_notice: [
        'Kişisel verilerin işlenme amacını ve bunların amacına uygun kullanılıp kullanılmadığını öğrenme',
        'KVKK m. 11/1 (c)',
      ],
      recipients: [
        'Yurt içinde veya yurt dışında kişisel verilerin aktarıldığı üçüncü kişileri bilme',
        'KVKK m. 11/1 (ç)',
      ],
      rectification: ['Düzeltilmesini isteme', 'KVKK m. 11/1 (d)'],
      erasure: ['Silinmesini veya yok edilmesini isteme', 'KVKK m. 11/1 (e)'],
      adm: [
        'Münhasıran otomatik sistemler vasıtasıyla analiz edilmesi suretiyle aleyhe bir sonucun ortaya çıkmasına itiraz etme',
        'KVKK m. 11/1 (g)',
      ],
      complaint: ['Kurula şikâyet', 'KVKK m. 14'],
    }),
  },
];

import type { Details } from '#app/domain/requests/right-details.ts';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import type { Deadline } from '#app/domain/rules/deadline.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { ContactCard, type ContactCardRow, type ControllerReach } from './contact-card.tsx';
import { DeadlineSummary } from './deadline-summary.tsx';
import { ItemDetails } from './item-details.tsx';
import { LawName, type NamedLaw } from './law-name.tsx';
import { Controller, Regulator, type RegulatorRow } from './rights-overview.tsx';
import { type AboutService, useServiceRows } from './service-rows.tsx';
import { type OwnTransferRow, TransferLine } from './transfer-line.tsx';

/** What a receipt tells. */
export interface ReceiptView {
  readonly receivedAt: string;
  readonly timezone: string;
  readonly filedFor: string;
  readonly kind: 'law' | 'policy' | 'not_described';
  readonly law: NamedLaw | null;
  readonly service: AboutService | null;
  readonly controller:
    | (ControllerReach & {
        readonly name: string;
        readonly address: string;
        readonly contactEmail: string;
      })
    | null;
  readonly card?: ContactCardRow | null;
  readonly regulator: RegulatorRow | null;
  readonly items: readonly {
    readonly ordinal: number;
    readonly right: DataSubjectRight;
    readonly details: Details;
    readonly deadline: Deadline | null;
    readonly transfer: OwnTransferRow | null;
  }[];
}

/** What was asked, when, under which law, until when it is answered and why then. */
export function Receipt({ receipt, place }: { receipt: ReceiptView; place: string }) {
  const t = useText('portal');
  const legal = useText('legal');
  const format = useFormats();
  const serviceRows = useServiceRows();
  const forWhom =
    receipt.filedFor === 'self' ? t('filing.forWhom.self') : t(`filing.forWhom.${receipt.filedFor}.label`);
  const rows = [
    {
      key: 'received',
      term: t('filing.receipt.received'),
      value: format.dateTime(receipt.receivedAt, receipt.timezone),
    },
    { key: 'place', term: t('filing.check.residence'), value: place },
    {
      key: 'law',
      term: t('filing.receipt.law'),
      value: <LawName kind={receipt.kind} law={receipt.law} />,
    },
    ...serviceRows(receipt.service),
    { key: 'for', term: t('filing.receipt.for'), value: forWhom },
    ...(receipt.controller
      ? [
          {
            key: 'controller',
            term: t('filing.receipt.controller'),
            value: <Controller {...receipt.controller} />,
          },
          {
            key: 'contact',
            term: t('filing.rights.contact'),
            value: (
              <ContactCard
                address={receipt.service?.service?.contactEmail ?? receipt.controller.contactEmail}
                postal={receipt.service?.service?.contactAddress}
                card={receipt.card ?? null}
                reach={receipt.controller}
              />
            ),
          },
        ]
      : []),
    ...(receipt.regulator
      ? [
          {
            key: 'regulator',
            term: t('filing.receipt.regulator'),
            value: <Regulator {...receipt.regulator} />,
          },
        ]
      : []),
  ];
  return (
    <>
      <SummaryList rows={rows} />
      <h2 className="mt-8 font-bold text-xl">{t('filing.receipt.rights')}</h2>
      {receipt.items.map(({ ordinal, right, details, deadline, transfer }) => (
        <section key={ordinal} className="border-line border-b py-4">
          <h3 className="font-bold">{legal(`rights.${right}.name`)}</h3>
          <ItemDetails right={right} details={details} />
          {transfer && (
            <p>
              <TransferLine transfer={transfer} zone={receipt.timezone} />
            </p>
          )}
          {deadline && (
            <div className="mt-2">
              <DeadlineSummary deadline={deadline} />
            </div>
          )}
        </section>
      ))}
    </>
  );
}

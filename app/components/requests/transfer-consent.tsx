import { useFormats, useText } from '#app/i18n/react.tsx';
import { isolate } from '#app/i18n/text.ts';
import type { FormView } from '../layout/page-form.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Notice } from '../ui/notice.tsx';

interface TransferConsentProps {
  readonly form: FormView;
  readonly receiver: { readonly name: string; readonly territory: string; readonly contactEmail: string };
}

/** What will be sent, to whom and where they are, in plain words, and the box that confirms it. */
export function TransferConsent({ form, receiver }: TransferConsentProps) {
  const t = useText('portal');
  const format = useFormats();
  const to = { receiver: isolate(receiver.name), territory: format.country(receiver.territory) };
  return (
    <section aria-labelledby="transfer-heading">
      <h2 id="transfer-heading" className="mt-8 font-bold text-xl">
        {t('transfer.consent.heading')}
      </h2>
      <Notice tone="warning">
        <p>{t('transfer.consent.what', to)}</p>
        <p>{t('transfer.consent.own')}</p>
        <p>{t('transfer.consent.then', { ...to, contact: isolate(receiver.contactEmail) })}</p>
        <p>{t('transfer.consent.undo')}</p>
      </Notice>
      <Checkbox
        label={t('transfer.consent.confirm', to)}
        {...form.bare('confirmed')}
        defaultChecked={form.value('confirmed') === 'on'}
      />
    </section>
  );
}

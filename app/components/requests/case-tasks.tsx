import type { ItemStatus } from '#app/domain/lifecycle/item-status.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

interface CaseTasksProps {
  readonly found: {
    readonly contactVerified: boolean;
    readonly mayProveAccount: boolean;
    readonly filedFor: string;
    readonly items: readonly { readonly status: ItemStatus }[];
    readonly packages: readonly {
      readonly id: string;
      readonly ordinal: number;
      readonly standing: string;
      readonly expiresAt: string | null;
    }[];
  };
  readonly zone: string;
}

/** What the subject can or must do now, on top of everything else. */
export function CaseTasks({ found, zone }: CaseTasksProps) {
  const t = useText('portal');
  const format = useFormats();
  const purpose = found.filedFor === 'self' ? 'identity' : 'authority';
  const asked = found.items.some(({ status }) => status === 'awaiting-clarification');
  const unproven = found.items.some(({ status }) => status === 'awaiting-identity' || status === 'received');
  return (
    <>
      {!found.contactVerified && unproven && (
        <Notice tone="warning" title={t('case.confirmNow.title')}>
          <p>{t('case.confirmNow.body')}</p>
          <ButtonLink href="/request/confirm">{t('case.confirmNow.action')}</ButtonLink>
        </Notice>
      )}
      {found.mayProveAccount && (
        <Notice title={t('account.title')}>
          <p>{t('account.lead')}</p>
          <ButtonLink href="/track/case/account">{t('case.accountLink')}</ButtonLink>
        </Notice>
      )}
      {found.contactVerified && found.items.some(({ status }) => status === 'awaiting-identity') && (
        <Notice
          tone={purpose === 'authority' ? 'warning' : 'info'}
          title={t(`case.evidenceTitle.${purpose}`)}
        >
          <p>{t(`evidence.lead.${purpose}`)}</p>
          <p>
            <a href="/track/case/evidence">{t('case.evidenceLink')}</a>
          </p>
        </Notice>
      )}
      {asked && (
        <Notice tone="warning" title={t('case.question.title')}>
          <ButtonLink href="/track/case/answer">{t('case.question.action')}</ButtonLink>
        </Notice>
      )}
      {found.packages.map((one) => (
        <Notice
          key={one.id}
          tone={one.standing === 'ready' ? 'success' : 'info'}
          title={one.standing === 'ready' ? t('case.package.title') : t(`download.${one.standing}.title`)}
        >
          {one.standing === 'ready' ? (
            <>
              {one.expiresAt && (
                <p>{t('case.package.body', { date: format.dateTime(one.expiresAt, zone) })}</p>
              )}
              <ButtonLink href={`/track/case/download/${one.ordinal + 1}`}>
                {t('case.package.action')}
              </ButtonLink>
            </>
          ) : (
            <p>{t(`download.${one.standing}.body`)}</p>
          )}
        </Notice>
      ))}
    </>
  );
}

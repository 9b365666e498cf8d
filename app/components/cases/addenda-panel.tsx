import { casePath } from '#app/domain/requests/case-path.ts';
import { useFormats, useMoney, useText } from '#app/i18n/react.tsx';
import type { CaseAddenda } from '#app/services/cases/read-case-addenda.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Panel } from './panel.tsx';

interface AddendaPanelProps {
  readonly reference: string;
  readonly addenda: CaseAddenda;
  readonly acting: boolean;
  /** Id of the reader. */
  readonly me: string;
}

/** What the law of the territory adds: appeals, fees, and the data subject's word on an agent. */
export function AddendaPanel({ reference, addenda, acting, me }: AddendaPanelProps) {
  const t = useText('officer');
  const { appeals, fees, feeItems, agent, instructions } = addenda;
  const links = appeals.length + fees.length + feeItems.length;
  if (!acting && links === 0 && !agent && !instructions) return null;
  return (
    <Panel id="addenda" title={t('addenda.panel')}>
      {instructions && <Instructed reference={instructions} />}
      <Appeals {...{ appeals, me }} />
      {agent && <Agent {...{ reference, agent, acting }} />}
      <Fees {...{ reference, addenda, acting }} />
      {acting && (
        <p className="mt-3">
          <a href={casePath(reference, 'minor')}>{t('addenda.minor.title')}</a>
        </p>
      )}
    </Panel>
  );
}

function Instructed({ reference }: { reference: string }) {
  const t = useText('officer');
  return (
    <div className="mb-4">
      <h3 className="font-semibold">{t('addenda.instructions.ofCase')}</h3>
      <p>{t('addenda.instructions.ofCaseText')}</p>
      <p>
        <a href={`/officer/instructions/${reference}`}>
          <bdi className="reference">{reference}</bdi>
        </a>
      </p>
    </div>
  );
}

function Appeals({ appeals, me }: { appeals: CaseAddenda['appeals']; me: string }) {
  const t = useText('officer');
  const legal = useText('legal');
  return appeals.map(({ side, reference, right, decidedBy }) => (
    <div key={`${side} ${reference}`} className="mb-4">
      <h3 className="font-semibold">
        {t(`addenda.appeal.${side}`, { right: legal(`rights.${right}.name`) })}
      </h3>
      <p>
        <a href={casePath(reference)}>
          <bdi className="reference">{reference}</bdi>
        </a>
      </p>
      {side === 'appeal' && decidedBy === me && <p>{t('addenda.appeal.own')}</p>}
    </div>
  ));
}

function Agent(props: { reference: string; agent: NonNullable<CaseAddenda['agent']>; acting: boolean }) {
  const t = useText('officer');
  const legal = useText('legal');
  const format = useFormats();
  const { reference, agent, acting } = props;
  return (
    <div className="mb-4">
      <h3 className="font-semibold">{t('addenda.agent.heading')}</h3>
      <p>{t('addenda.agent.proof', { proof: legal(`proof.${agent.proof}`) })}</p>
      {agent.asked.map(({ at, confirmed }) => (
        <p key={at}>
          {t(`addenda.agent.${confirmed === null ? 'waiting' : confirmed ? 'confirmed' : 'denied'}`, {
            date: format.dateTime(at, 'UTC'),
          })}
        </p>
      ))}
      {acting && agent.mayAsk && (
        <ButtonLink look="secondary" href={casePath(reference, 'agent')}>
          {t('addenda.agent.ask')}
        </ButtonLink>
      )}
    </div>
  );
}

function Fees({ reference, addenda, acting }: Omit<AddendaPanelProps, 'me'>) {
  const t = useText('officer');
  const legal = useText('legal');
  const format = useFormats();
  const money = useMoney();
  return (
    <div>
      {addenda.fees.map((fee) => (
        <div key={fee.id} className="mb-3">
          <h3 className="font-semibold">
            {t('addenda.fee.panel')}: {legal(`rights.${fee.right}.name`)}
          </h3>
          <p>
            {t('addenda.fee.announced', {
              amount: money(fee),
              date: format.dateTime(fee.announcedAt, 'UTC'),
            })}
          </p>
          <p>{t(`addenda.fee.${fee.paidAt ? 'paid' : (fee.answer ?? 'waiting')}`)}</p>
          {acting && !fee.paidAt && fee.answer !== 'declined' && fee.answer !== 'lapsed' && (
            <form method="post" action={casePath(reference, 'paid', fee.itemId)}>
              <Button look="secondary">{t('addenda.fee.recordPaid')}</Button>
            </form>
          )}
        </div>
      ))}
      {acting &&
        addenda.feeItems.map(({ id, right }) => (
          <p key={id} className="mt-2">
            <a href={casePath(reference, 'fee', id)}>
              {t('addenda.fee.announce')}: {legal(`rights.${right}.name`)}
            </a>
          </p>
        ))}
    </div>
  );
}

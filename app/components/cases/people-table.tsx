import { useText } from '#app/i18n/react.tsx';
import type { Person } from '#app/services/people/list-people.ts';
import { Button } from '../ui/button.tsx';
import { Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';

const ROLES = ['officer', 'administrator', 'auditor'] as const;

interface PeopleTableProps {
  readonly people: readonly Person[];
  /** Whether the reader may change anything. */
  readonly acting: boolean;
  readonly me: string;
}

/** Who may sign in, as what; an administrator changes the role, or shuts somebody out. */
export function PeopleTable({ people, acting, me }: PeopleTableProps) {
  const t = useText('officer');
  return (
    <Table
      caption={t('people.title')}
      captionHidden
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', heading: t('people.name'), cell: ({ name }) => <bdi>{name}</bdi> },
        {
          key: 'email',
          heading: t('people.email'),
          cell: ({ email }) => <bdi className="break-all">{email}</bdi>,
        },
        {
          key: 'role',
          heading: t('people.role'),
          cell: ({ role, disabled }) => (
            <>
              {t(`role.${role}`)} {disabled && <Tag tone="danger">{t('people.disabled')}</Tag>}
            </>
          ),
        },
        ...(acting
          ? [
              {
                key: 'change',
                heading: t('people.change'),
                cell: (person: Person) => <Change person={person} me={me} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function Change({ person, me }: { person: Person; me: string }) {
  const t = useText('officer');
  if (person.id === me) return <span className="text-ink-soft">{t('people.yourself')}</span>;
  const id = `change-${person.id}`;
  return (
    <form method="post" className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="person" value={person.id} />
      <label htmlFor={id} className="sr-only">
        {t('people.changeOf', { name: person.name })}
      </label>
      <select
        id={id}
        name="change"
        defaultValue=""
        className="min-h-11 rounded-sm border border-line-strong bg-surface px-2"
      >
        <option value="" disabled>
          {t('people.choose')}
        </option>
        {ROLES.filter((role) => role !== person.role).map((role) => (
          <option key={role} value={role}>
            {t('people.become', { role: t(`role.${role}`) })}
          </option>
        ))}
        <option value={person.disabled ? 'enabled' : 'disabled'}>
          {t(person.disabled ? 'people.enable' : 'people.disable')}
        </option>
      </select>
      <Button look="secondary">{t('people.apply')}</Button>
    </form>
  );
}

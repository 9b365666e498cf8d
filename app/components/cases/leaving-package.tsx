import { useFormats, useText } from '#app/i18n/react.tsx';
import type { CaseView } from '#app/services/cases/read-case.ts';
import type { ItemView } from '#app/services/cases/read-case-items.ts';
import { Notice } from '../ui/notice.tsx';

/** What an officer has to know of a package before it leaves, to whomever. */
export interface LeavingFacts {
  readonly files: number;
  readonly rows: number;
  readonly bytes: number;
  readonly identitySuffices: boolean;
  readonly authorityMissing: boolean;
}

/** The facts of the newest package of an item. */
export function leavingFacts(
  found: Pick<CaseView, 'filedFor' | 'authority'>,
  item: Pick<ItemView, 'packages' | 'identitySuffices'>,
): LeavingFacts {
  const built = item.packages.at(-1);
  return {
    files: built?.files ?? 0,
    rows: built?.rows ?? 0,
    bytes: built?.bytes ?? 0,
    identitySuffices: item.identitySuffices,
    authorityMissing: found.filedFor !== 'self' && !found.authority,
  };
}

/** How large a package is, and what still stands in the way of its leaving. */
export function LeavingPackage({ facts, children }: { facts: LeavingFacts; children: string }) {
  const t = useText('officer');
  const format = useFormats();
  const { files, rows, bytes } = facts;
  return (
    <>
      <p>{t('package.size', { count: files, rows: format.number(rows), bytes: format.bytes(bytes) })}</p>
      <p className="mt-3">{children}</p>
      {!facts.identitySuffices && <Notice tone="danger" title={t('lacks.identity_sufficient')} />}
      {facts.authorityMissing && <Notice tone="danger" title={t('subject.authorityMissing')} />}
    </>
  );
}

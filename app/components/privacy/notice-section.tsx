import type { ReactNode } from 'react';
import { ERASURE_PROMISE_DAYS } from '#app/domain/retention/service-data.ts';
import { useText } from '#app/i18n/react.tsx';
import type { NoticeBlock, NoticeSection as Section } from './notice-outline.ts';
import { type NoticeController, NoticeTable } from './notice-tables.tsx';

export interface NoticeParties {
  readonly organisation: string;
  readonly email: string;
  readonly controllers: readonly NoticeController[];
}

interface NoticeSectionProps {
  readonly section: Section;
  /** Key of the section's texts. */
  readonly textKey: string;
  readonly level: 2 | 3;
  readonly parties: NoticeParties;
  readonly children?: ReactNode;
}

/** One section of the privacy notice, with an address of its own. */
export function NoticeSection({ section, textKey, level, parties, children }: NoticeSectionProps) {
  const t = useText('legal');
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section id={section.id} className="mt-10 scroll-mt-6" aria-labelledby={`${section.id}-title`}>
      <Heading id={`${section.id}-title`} className={level === 2 ? 'font-bold text-xl' : 'font-bold text-lg'}>
        {t(`${textKey}.title`)}
      </Heading>
      {section.blocks.map((block) => (
        <Block key={JSON.stringify(block)} block={block} textKey={textKey} parties={parties} />
      ))}
      {children}
    </section>
  );
}

function Block({ block, textKey, parties }: { block: NoticeBlock; textKey: string; parties: NoticeParties }) {
  const t = useText('legal');
  const say = (key: string) =>
    t(`${textKey}.${key}`, {
      organisation: parties.organisation,
      email: parties.email,
      days: ERASURE_PROMISE_DAYS,
    });
  if (typeof block === 'string') return <p className="mt-3 max-w-measure">{say(block)}</p>;
  if ('table' in block) return <NoticeTable table={block.table} controllers={parties.controllers} />;
  if ('place' in block) {
    return (
      <p id={block.place} className="mt-3 max-w-measure scroll-mt-6">
        {say(block.place)}
      </p>
    );
  }
  return (
    <ul className="mt-3 max-w-measure list-disc space-y-1 ps-6">
      {block.list.map((item) => (
        <li key={item}>{say(item)}</li>
      ))}
    </ul>
  );
}

import { COMPARED_RIGHTS, type ComparedRight } from '#app/domain/rules/explorer/compared-rights.ts';
import { useText } from '#app/i18n/react.tsx';
import { Tabs } from '../ui/navigation.tsx';

/** The rights that laws can be compared by; each at an address of its own. */
export function RightTabs({ current }: { current: ComparedRight }) {
  const t = useText('explorer');
  const legal = useText('legal');
  const tabs = COMPARED_RIGHTS.map((right) => ({
    href: right === 'access' ? '/rights#compare' : `/rights?compare=${right}#compare`,
    text: legal(`rights.${right}.name`),
    current: right === current,
  }));
  return <Tabs label={t('compare.tabs')} tabs={tabs} />;
}

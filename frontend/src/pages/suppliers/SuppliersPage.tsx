import { useTranslation } from 'react-i18next';
import { useAddress } from '@/address/useAddress';
import { useListAddress } from '@/address/useListAddress';
import { Page } from '@/ui/Page';
import { ComparisonPanel } from './ComparisonPanel';
import { DistributionPanel } from './DistributionPanel';
import { comparison, shape } from './filters';
import { SuppliersPanel } from './SuppliersPanel';

export default function SuppliersPage() {
  const { t } = useTranslation();
  const address = useListAddress(shape);
  const [{ a, b }, compare] = useAddress(comparison);
  const compared = [a, b].filter((key) => key !== undefined);

  const toggle = (key: string): void => {
    const others = compared.filter((it) => it !== key);
    // A third one takes the place of the second.
    const [first, second] = others.length === compared.length ? [...others.slice(0, 1), key] : others;
    compare({ a: first, b: second });
  };

  return (
    <Page title={t('suppliers.title')} subtitle={t('suppliers.subtitle')}>
      {compared.length > 0 ? (
        <ComparisonPanel keys={compared} onRemove={toggle} />
      ) : (
        <DistributionPanel title={t('suppliers.distribution')} description={t('suppliers.distributionText')} />
      )}
      <SuppliersPanel address={address} compared={compared} onCompare={toggle} />
    </Page>
  );
}

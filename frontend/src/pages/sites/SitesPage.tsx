import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useListAddress } from '@/address/useListAddress';
import { useGold } from '@/api/useGold';
import { useFormat } from '@/i18n/useFormat';
import { Page } from '@/ui/Page';
import { BasisSwitch } from './BasisSwitch';
import { shape } from './filters';
import { KindsPanel } from './KindsPanel';
import { SiteTrustDocument } from './sites.generated';
import { SitesPanel } from './SitesPanel';

export default function SitesPage() {
  const { t } = useTranslation();
  const address = useListAddress(shape);
  const { filters, setFilters } = address;
  return (
    <Page
      title={t('sites.title')}
      subtitle={t('sites.subtitle')}
      actions={
        <BasisSwitch
          basis={filters.basis ?? 'AS_DELIVERED'}
          onChange={(basis) => {
            setFilters({ basis });
          }}
        />
      }
    >
      <TrustWarning />
      <KindsPanel
        chosen={filters.kind}
        onChoose={(kind) => {
          setFilters({ kind });
        }}
      />
      <SitesPanel address={address} />
    </Page>
  );
}

/** Says why figures by site need care, when there are sites that do. */
function TrustWarning() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useGold(SiteTrustDocument, {});
  const low = data?.sitesAggregate?.nodes?.find((it) => it.key.trust === 'LOW_TRUST')?.count ?? 0;
  // Its place is kept until the answer is there, so that nothing moves.
  return data && low === 0 ? null : (
    <Alert color="orange" variant="light" icon={<IconAlertTriangle aria-hidden />} title={t('sites.trustTitle')}>
      {t('sites.trustText', { number: format.number(data ? low : null) })}
    </Alert>
  );
}

import { Alert, Switch } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { flag, text } from '@/address/readers';
import { useAddress } from '@/address/useAddress';
import { useGold } from '@/api/useGold';
import { Page } from '@/ui/Page';
import { AccuracyPanel } from './AccuracyPanel';
import { AgainstDemandPanel } from './AgainstDemandPanel';
import { SyntheticForecastsDocument } from './forecasts.generated';
import { ProvenancePanel } from './ProvenancePanel';

const readers = { synthetic: flag, part: text };

/** Forecasts that other systems made: where they come from, how close they came. Those learnt from invented data stay out unless asked for. */
export default function ForecastsPage() {
  const { t } = useTranslation();
  const [{ synthetic, part }, setAddress] = useAddress(readers);
  const count = useGold(SyntheticForecastsDocument, {}).data?.demandForecastsAggregate?.totalCount ?? 0;
  const where = synthetic ? null : { isSynthetic: { eq: false } };

  return (
    <Page
      title={t('forecasts.title')}
      subtitle={t('forecasts.subtitle')}
      actions={
        count > 0 && (
          <Switch
            label={t('forecasts.showSynthetic', { count })}
            checked={synthetic ?? false}
            onChange={(event) => {
              setAddress({ synthetic: event.currentTarget.checked });
            }}
          />
        )
      }
    >
      {synthetic && (
        <Alert color="yellow" variant="light" icon={<IconFlask aria-hidden />} title={t('forecasts.syntheticShown')}>
          {t('forecasts.syntheticText')}
        </Alert>
      )}
      <ProvenancePanel where={where} />
      <AgainstDemandPanel
        where={where}
        chosen={part}
        onChoose={(chosen) => {
          setAddress({ part: chosen });
        }}
      />
      <AccuracyPanel />
    </Page>
  );
}

import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { EconomyKpis } from './EconomyKpis';
import { ExchangePanel } from './ExchangePanel';
import { InterestPanel } from './InterestPanel';
import { PricesPanel } from './PricesPanel';
import { RainPanel } from './RainPanel';
import { UnemploymentPanel } from './UnemploymentPanel';

export default function EconomyPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('economy.title')} subtitle={t('economy.subtitle')}>
      <EconomyKpis />
      <RainPanel />
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        <ExchangePanel />
        <InterestPanel />
        <PricesPanel />
        <UnemploymentPanel />
      </SimpleGrid>
    </Page>
  );
}

import { Box, SimpleGrid, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/useFormat';
import { Fact } from '@/ui/Facts';
import panel from '@/ui/Panel.module.css';
import type { PolicyFiguresFragment } from './parts.generated';

/** What the policy of a part rests on. */
export function PolicyFigures({ policy }: { readonly policy: PolicyFiguresFragment | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!policy) {
    return null;
  }
  return (
    <Box component="section" className={`nc-panel ${panel.panel ?? ''}`}>
      <Title order={2} className={panel.title ?? ''} mb="sm">
        {t('parts.figures')}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="xl" verticalSpacing={8}>
        <Fact name={t('parts.window')}>
          {t('parts.windowValue', {
            from: format.month(policy.windowStart),
            to: format.month(policy.windowEnd),
            days: format.number(policy.windowDays),
          })}
        </Fact>
        <Fact name={t('parts.buyingDays')}>{format.number(policy.buyingDays)}</Fact>
        <Fact name={t('parts.totalQuantity')}>{`${format.quantity(policy.totalQuantity)} ${policy.unit}`}</Fact>
        <Fact name={t('parts.dailyDeviation')}>{format.number(policy.dailyStddev, 4)}</Fact>
        <Fact name={t('parts.adi')}>{format.number(policy.adi, 2)}</Fact>
        <Fact name={t('parts.cv2')}>{format.number(policy.cvSquared, 2)}</Fact>
        <Fact name={t('parts.monthlyCv')}>{format.number(policy.monthlyCv, 2)}</Fact>
        <Fact name={t('parts.cycleDeviation')}>{format.number(policy.cycleStddev, 2)}</Fact>
      </SimpleGrid>
    </Box>
  );
}

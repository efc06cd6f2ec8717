import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/useFormat';
import { Kpi } from '@/ui/Kpi';
import type { Basis } from './filters';
import type { Site } from './SitePage';

/** The lines of a site by both ways, and its figures by the chosen one. */
export function SiteKpis({ site, basis }: { readonly site: Site; readonly basis: Basis }) {
  const { t } = useTranslation();
  const format = useFormat();
  const figures = basis === 'REALIGNED' ? site.realigned : site.asDelivered;
  const place = (of: Basis): string => t(of === basis ? 'sites.basisNow' : 'sites.basisOther');
  const median = figures.requestToOrderDays.median;

  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }}>
      <Kpi label={t('sites.linesDelivered')} value={format.number(site.asDelivered.count)} foot={place('AS_DELIVERED')} />
      <Kpi
        label={t('sites.linesRealigned')}
        value={format.number(site.realigned.count)}
        foot={
          <>
            <div>{t('sites.difference', { change: format.change(site.realigned.count - site.asDelivered.count) })}</div>
            {place('REALIGNED')}
          </>
        }
      />
      <Kpi label={t('sites.parts')} value={format.number(figures.partCode.countDistinct)} foot={t(`sites.${basis}`)} />
      <Kpi label={t('sites.suppliers')} value={format.number(figures.supplierKey.countDistinct)} foot={t(`sites.${basis}`)} />
      <Kpi
        label={t('overview.cycle')}
        value={format.number(median, 1)}
        {...(median !== null && { unit: t('units.days') })}
        foot={median === null ? t('suppliers.noCycle') : t(`sites.${basis}`)}
      />
    </SimpleGrid>
  );
}

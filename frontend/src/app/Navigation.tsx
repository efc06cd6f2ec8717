import { Divider, NavLink, Stack } from '@mantine/core';
import {
  IconBrandGraphql,
  IconBuildingFactory2,
  IconChartDots,
  IconCloudRain,
  IconGauge,
  IconPackages,
  IconRouteSquare,
  IconShieldCheck,
  IconTruckDelivery,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { EXPLORER, inTabOfItsOwn } from '@/api/explorer';
import classes from './Shell.module.css';

const places = [
  { to: '/', key: 'overview', Icon: IconGauge },
  { to: '/parts', key: 'parts', Icon: IconPackages },
  { to: '/suppliers', key: 'suppliers', Icon: IconTruckDelivery },
  { to: '/sites', key: 'sites', Icon: IconBuildingFactory2 },
  { to: '/economy', key: 'economy', Icon: IconCloudRain },
  { to: '/forecasts', key: 'forecasts', Icon: IconChartDots },
  { to: '/quality', key: 'quality', Icon: IconShieldCheck },
  { to: '/pipeline', key: 'pipeline', Icon: IconRouteSquare },
] as const;

export function Navigation({ onNavigate }: { readonly onNavigate?: () => void }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const isHere = (to: string): boolean => (to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`));

  return (
    <Stack gap={2}>
      {places.map(({ to, key, Icon }) => (
        <NavLink
          key={to}
          component={Link}
          to={to}
          label={t(`nav.${key}`)}
          leftSection={<Icon size={19} stroke={1.6} aria-hidden />}
          active={isHere(to)}
          aria-current={isHere(to) ? 'page' : undefined}
          className={classes.link ?? ''}
          {...(onNavigate && { onClick: onNavigate })}
        />
      ))}
      <Divider my="xs" />
      <NavLink
        component="a"
        href={EXPLORER}
        {...inTabOfItsOwn}
        label={t('nav.explorer')}
        leftSection={<IconBrandGraphql size={19} stroke={1.6} aria-hidden />}
        className={classes.link ?? ''}
      />
    </Stack>
  );
}

import { AppShell, Burger, Drawer, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, ScrollRestoration } from 'react-router';
import { ErrorBoundary } from 'react-error-boundary';
import { Account } from '@/auth/Account';
import { RequireSignIn } from '@/auth/RequireSignIn';
import { FailureState } from '@/ui/FailureState';
import { Freshness } from './Freshness';
import { GlobalSearch } from './GlobalSearch';
import { Navigation } from './Navigation';
import { Preferences } from './Preferences';
import classes from './Shell.module.css';

/** The frame around every page. */
export function Shell() {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);

  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 232, breakpoint: 'md', collapsed: { mobile: true } }}
      padding={{ base: 'sm', md: 'lg' }}
    >
      <a href="#content" className={classes.skip}>
        {t('nav.skip')}
      </a>
      <AppShell.Header className={classes.header ?? ''}>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="sm">
          <Group gap="sm" wrap="nowrap">
            <Burger onClick={open} hiddenFrom="md" size="sm" aria-label={t('nav.open')} aria-haspopup="dialog" aria-expanded={isOpen} />
            <Link to="/" className={classes.brand}>
              <img src="/icon.svg" alt="" width={30} height={30} />
              <div className={classes.brandText}>
                <div className={classes.brandName}>{t('product')}</div>
                <div className={classes.tagline}>{t('tagline')}</div>
              </div>
            </Link>
          </Group>
          <Group gap="sm" wrap="nowrap">
            <GlobalSearch />
            <Freshness />
            <Account />
            <Preferences />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" visibleFrom="md" className={classes.navbar ?? ''} aria-label={t('nav.label')}>
        <Navigation />
      </AppShell.Navbar>
      <Drawer opened={isOpen} onClose={close} size={280} title={t('nav.label')} closeButtonProps={{ 'aria-label': t('action.close') }}>
        <nav aria-label={t('nav.label')}>
          <Navigation onNavigate={close} />
        </nav>
      </Drawer>
      <AppShell.Main>
        <div id="content" tabIndex={-1} className={classes.main}>
          <ErrorBoundary FallbackComponent={FailureState}>
            <RequireSignIn>
              <Outlet />
            </RequireSignIn>
          </ErrorBoundary>
        </div>
      </AppShell.Main>
      <ScrollRestoration />
    </AppShell>
  );
}

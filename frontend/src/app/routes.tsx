import { createBrowserRouter, type RouteObject } from 'react-router';
import { NotFoundPage } from './NotFoundPage';
import { PageFailure } from './PageFailure';
import { Shell } from './Shell';

/** Pages come when they are opened. */
const page = (load: () => Promise<{ default: React.ComponentType }>): Pick<RouteObject, 'lazy' | 'ErrorBoundary'> => ({
  lazy: async () => ({ Component: (await load()).default }),
  ErrorBoundary: PageFailure,
});

export const routes: RouteObject[] = [
  {
    path: '/',
    Component: Shell,
    ErrorBoundary: PageFailure,
    HydrateFallback: () => null,
    children: [
      { index: true, ...page(() => import('@/pages/overview/OverviewPage')) },
      { path: 'parts', ...page(() => import('@/pages/parts/PartsPage')) },
      { path: 'parts/:partCode', ...page(() => import('@/pages/parts/PartPage')) },
      { path: 'suppliers', ...page(() => import('@/pages/suppliers/SuppliersPage')) },
      { path: 'suppliers/:supplierKey', ...page(() => import('@/pages/suppliers/SupplierPage')) },
      { path: 'sites', ...page(() => import('@/pages/sites/SitesPage')) },
      { path: 'sites/:siteCode', ...page(() => import('@/pages/sites/SitePage')) },
      { path: 'economy', ...page(() => import('@/pages/economy/EconomyPage')) },
      { path: 'forecasts', ...page(() => import('@/pages/forecasts/ForecastsPage')) },
      { path: 'quality', ...page(() => import('@/pages/quality/QualityPage')) },
      { path: 'pipeline', ...page(() => import('@/pages/pipeline/PipelinePage')) },
      { path: 'sign-in', ...page(() => import('@/pages/signin/SignInPage')) },
      { path: 'sign-in/callback', ...page(() => import('@/pages/signin/CallbackPage')) },
      { path: '*', Component: NotFoundPage },
    ],
  },
];

export function createRouter() {
  return createBrowserRouter(routes);
}

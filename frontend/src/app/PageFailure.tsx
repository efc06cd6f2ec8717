import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { FailureState } from '@/ui/FailureState';
import { Page } from '@/ui/Page';

/** What stands in for a page that could not be loaded or drawn; the navigation stays. */
export function PageFailure() {
  const { t } = useTranslation();
  const error = useRouteError();
  return (
    <Page title={t('state.pageFailed')}>
      <FailureState
        error={error}
        resetErrorBoundary={() => {
          window.location.reload();
        }}
      />
    </Page>
  );
}

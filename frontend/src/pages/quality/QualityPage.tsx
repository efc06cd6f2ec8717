import { Stack, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { WithViewer } from '@/auth/WithViewer';
import { Page } from '@/ui/Page';
import { ChecksPanel } from './ChecksPanel';
import { QuarantinePanel } from './QuarantinePanel';
import { QualityRunsPanel } from './QualityRunsPanel';
import { RulesPanel } from './RulesPanel';

const views = ['summary', 'quarantine', 'checks'] as const;
type View = (typeof views)[number];

export default function QualityPage() {
  const { t } = useTranslation();
  const [parameters, setParameters] = useSearchParams();
  const view = views.find((it) => it === parameters.get('view')) ?? 'summary';

  return (
    <Page title={t('quality.title')} subtitle={t('quality.subtitle')}>
      <Tabs
        value={view}
        onChange={(chosen) => {
          // Each view has filters of its own, so those of the one before go.
          setParameters(chosen === 'summary' || chosen === null ? {} : { view: chosen });
        }}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {views.map((it) => (
            <Tabs.Tab key={it} value={it}>
              {t(`quality.views.${it}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {views.map((it) => (
          <Tabs.Panel key={it} value={it} tabIndex={-1}>
            <WithViewer>{({ roles }) => <Content view={it} isOperator={roles.includes('OPERATOR')} />}</WithViewer>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}

function Content({ view, isOperator }: { readonly view: View; readonly isOperator: boolean }) {
  switch (view) {
    case 'summary':
      return (
        <Stack gap="md">
          <RulesPanel />
          <QualityRunsPanel isOperator={isOperator} />
        </Stack>
      );
    case 'quarantine':
      return <QuarantinePanel />;
    case 'checks':
      return <ChecksPanel isOperator={isOperator} />;
  }
}

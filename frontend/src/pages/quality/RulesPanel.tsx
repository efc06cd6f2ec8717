import { Badge } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useGold } from '@/api/useGold';
import { Chart } from '@/charts/Chart';
import { base, names, numbers } from '@/charts/options';
import { usePalette } from '@/charts/palette';
import { useFormat } from '@/i18n/useFormat';
import type { Column } from '@/ui/columns';
import { Panel } from '@/ui/Panel';
import { QualityRulesDocument, type QualityRulesQuery } from './quality.generated';
import { useRuleName } from './useRuleName';

type Rule = NonNullable<NonNullable<QualityRulesQuery['dataQuality']>['nodes']>[number];

const rulesOf = (data: QualityRulesQuery): readonly Rule[] => data.dataQuality?.nodes ?? [];

const ROW = 30;

/** How many rows of the current snapshot's sources broke which rule. */
export function RulesPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const ruleName = useRuleName();
  const result = useGold(QualityRulesDocument, {});
  const columns: readonly Column<Rule>[] = [
    { key: 'rule', header: t('quality.rule'), value: (it) => it.rule, cell: (it) => ruleName(it.rule) },
    {
      key: 'kind',
      header: t('quality.kind'),
      value: (it) => it.kind,
      cell: (it) => (
        <Badge variant="light" color={it.kind === 'QUARANTINE' ? 'orange' : 'corrente'}>
          {t(`labels.ruleKind.${it.kind}`)}
        </Badge>
      ),
    },
    { key: 'source', header: t('quality.source'), value: (it) => it.source },
    { key: 'rows', header: t('quality.rows'), value: (it) => it.rows, cell: (it) => format.number(it.rows), align: 'right' },
  ];

  return (
    <Panel
      title={t('quality.rules')}
      description={t('quality.rulesText')}
      result={result}
      height={13 * ROW + 60}
      canShowRows
      isList
      empty={(data) => rulesOf(data).length === 0 && t('quality.noRules')}
      table={(data) => ({ name: 'quality-rules', columns, rows: rulesOf(data) })}
    >
      {(data) => <RulesChart rules={rulesOf(data)} />}
    </Panel>
  );
}

function RulesChart({ rules }: { readonly rules: readonly Rule[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const ruleName = useRuleName();
  const navigate = useNavigate();
  const option = useMemo(() => {
    const of = (kind: Rule['kind']) => rules.map((it) => (it.kind === kind ? it.rows : '-'));
    return {
      ...base(palette),
      xAxis: numbers(palette, format.compact),
      yAxis: names(
        palette,
        rules.map((it) => ruleName(it.rule)),
        { inverse: true, axisLabel: { color: palette.quiet, width: 230, overflow: 'break', lineHeight: 13 } },
      ),
      series: (['QUARANTINE', 'FLAG'] as const).map((kind) => ({
        type: 'bar' as const,
        name: t(`labels.ruleKind.${kind}`),
        stack: 'rows',
        barMaxWidth: 18,
        itemStyle: { color: kind === 'QUARANTINE' ? palette.warm : palette.primary },
        label: {
          show: true,
          position: 'right' as const,
          color: palette.text,
          formatter: ({ value }: { value: unknown }) => format.number(value as number),
        },
        data: of(kind),
      })),
    };
  }, [rules, palette, format, ruleName, t]);

  return (
    <Chart
      label={t('quality.rules')}
      option={option}
      height={rules.length * ROW + 60}
      onSelect={({ index }) => {
        const rule = rules[index];
        if (rule?.kind === 'QUARANTINE') {
          void navigate(`/quality?view=quarantine&rule=${encodeURIComponent(rule.rule)}`);
        }
      }}
    />
  );
}

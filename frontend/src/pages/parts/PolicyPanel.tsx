import { Button, Grid, Group, NumberInput, Slider, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { between } from '@/address/readers';
import { useAddress } from '@/address/useAddress';
import { useDraft } from '@/address/useDraft';
import { useGold } from '@/api/useGold';
import { useFormat } from '@/i18n/useFormat';
import { Panel } from '@/ui/Panel';
import { unavailable } from '@/ui/unavailable';
import { LevelsPanel } from './LevelsPanel';
import type { Part } from './PartPage';
import { PartWhatIfDocument, type PolicyFiguresFragment } from './parts.generated';
import { PolicyFigures } from './PolicyFigures';
import { PolicyFormula } from './PolicyFormula';
import { HIGHEST, levelOf, LOWEST } from './serviceLevel';

const readers = { level: between(LOWEST, HIGHEST), lead: between(0.1, 999) };

/** The stock policy of a part, and what it would be at another service level or cycle. The question is in the address. */
export function PolicyPanel({ part }: { readonly part: Part }) {
  const { t } = useTranslation();
  const [question, ask] = useAddress(readers);
  const result = useGold(PartWhatIfDocument, {
    partCode: part.partCode,
    serviceLevel: question.level ?? null,
    leadTimeDays: question.lead ?? null,
  });

  return (
    <Grid>
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <Panel
          title={t('parts.policy')}
          description={t('parts.policyText')}
          result={result}
          height={380}
          empty={(data) => !data.partPolicy && t('parts.noPolicy')}
        >
          {({ partPolicy: policy }) =>
            policy && (
              <Stack gap="md">
                {(policy.reason === null || part.policy?.reason === null) && (
                  <Question question={question} ask={ask} observed={part.policy ?? policy} />
                )}
                <Answers asIs={part.policy} whatIf={question.level || question.lead ? policy : undefined} />
                <PolicyFormula policy={policy} />
              </Stack>
            )
          }
        </Panel>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <LevelsPanel part={part} leadTimeDays={question.lead} />
      </Grid.Col>
      <Grid.Col span={12}>
        <PolicyFigures policy={part.policy} />
      </Grid.Col>
    </Grid>
  );
}

interface Asked {
  readonly level: number | undefined;
  readonly lead: number | undefined;
}

interface QuestionProps {
  readonly question: Asked;
  readonly ask: (changes: Partial<Asked>, options: { readonly replace: boolean }) => void;
  readonly observed: PolicyFiguresFragment;
}

function Question({ question, ask, observed }: QuestionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const levelId = useId();
  const usual = levelOf(observed.serviceLevelZ);
  const [level, setLevel] = useDraft(question.level ?? usual, (chosen) => {
    ask({ level: chosen }, { replace: true });
    return chosen;
  });
  const [lead, setLead] = useDraft<number | string>(question.lead ?? '', (typed) => {
    const known = typeof typed === 'number' ? typed : undefined;
    ask({ lead: known }, { replace: true });
    return known ?? '';
  });

  return (
    <Group align="flex-end" gap="lg" wrap="wrap" className="nc-no-print">
      <Stack gap={6} flex="1 1 260px">
        <Group justify="space-between">
          <Text size="sm" fw={550} id={levelId}>
            {t('parts.level')}
          </Text>
          <Text size="sm" fw={650} className="nc-number">
            {format.percent(level)}
          </Text>
        </Group>
        <Slider
          min={LOWEST}
          max={HIGHEST}
          step={0.001}
          value={level}
          label={null}
          thumbProps={{ 'aria-labelledby': levelId }}
          thumbValueText={format.percent(level)}
          marks={[0.8, 0.9, 0.95, 0.99].map((value) => ({ value }))}
          onChange={setLevel}
        />
      </Stack>
      <NumberInput
        label={t('parts.leadTime')}
        placeholder={format.number(observed.cycleMean, 1)}
        description={t('parts.leadTimeHint')}
        size="xs"
        w={190}
        min={0.1}
        max={999}
        decimalSeparator={format.language.startsWith('pt') ? ',' : '.'}
        value={lead}
        onChange={setLead}
      />
      <Button
        variant="default"
        size="xs"
        {...unavailable(question.level === undefined && question.lead === undefined)}
        onClick={() => {
          ask({ level: undefined, lead: undefined }, { replace: true });
        }}
      >
        {t('parts.reset')}
      </Button>
    </Group>
  );
}

interface AnswersProps {
  readonly asIs: PolicyFiguresFragment | null;
  readonly whatIf: PolicyFiguresFragment | undefined;
}

function Answers({ asIs, whatIf }: AnswersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const figures = [
    { key: 'safetyStock', label: t('parts.safetyStock') },
    { key: 'reorderPoint', label: t('parts.reorderPoint') },
  ] as const;
  const shown = (policy: PolicyFiguresFragment | null | undefined, key: 'safetyStock' | 'reorderPoint'): string => {
    const value = policy?.[key];
    return policy && value != null ? `${format.quantity(value)} ${policy.unit}` : format.quantity(null);
  };

  return (
    <Group gap="xl" aria-live="polite">
      {figures.map(({ key, label }) => (
        <div key={key}>
          <Text size="xs" c="var(--nc-quiet)">
            {label}
          </Text>
          <Group gap="md" align="baseline">
            <Text size={whatIf ? 'sm' : 'xl'} fw={650} className="nc-number" c={whatIf ? 'var(--nc-quiet)' : 'var(--mantine-color-text)'}>
              {shown(asIs, key)}
            </Text>
            {whatIf && (
              <Text size="xl" fw={650} className="nc-number" data-what-if={key}>
                → {shown(whatIf, key)}
              </Text>
            )}
          </Group>
        </div>
      ))}
      {asIs?.reason && (
        <Text size="sm" c="var(--nc-quiet)" maw={420}>
          {t(`labels.reason.${asIs.reason}`)}
        </Text>
      )}
    </Group>
  );
}

import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDrawing, useFindings } from '../drawing/editor.tsx';
import { decimal } from '../ui/numbers.ts';
import { LevelTable } from './level-table.tsx';
import { MissingUnits } from './missing-units.tsx';
import { OutcomeFigures } from './outcome-figures.tsx';
import { RefusedPlan } from './refused-plan.tsx';
import classes from './simulate.module.css';
import type { SimulationOutcome } from './simulation-outcome.ts';
import { type Supposition, USUAL } from './supposition.ts';
import { SuppositionForm } from './supposition-form.tsx';
import { TrialChoice } from './trial-choice.tsx';
import { type SimulationState, useSimulation } from './use-simulation.ts';
import { STAGES } from './worker-messages.ts';

/** What would happen if some are late and some are silent; nothing is written anywhere. */
export function SimulatePanel() {
  const { t } = useTranslation();
  const [supposition, suppose] = useState<Supposition>(USUAL);
  const { state, run, cancel } = useSimulation();
  const trial = useFindings(({ trial: chosen }) => chosen);
  const definition = useDrawing(({ present }) => present.definition);
  const asked = { supposition, trial, definition };
  const [ran, setRan] = useState<typeof asked | null>(null);
  const outdated =
    ran !== null && (ran.supposition !== supposition || ran.trial !== trial || ran.definition !== definition);
  const running = state.kind === 'running';
  return (
    <Stack gap="sm" className={classes['panel']} component="section" aria-label={t('trial.simulate.title')}>
      <Group gap="md" align="flex-start">
        <TrialChoice />
        <SuppositionForm value={supposition} onChange={suppose} />
        <Button
          size="xs"
          mt={25}
          disabled={trial.rootUnitId === null}
          variant={running ? 'default' : 'filled'}
          leftSection={
            running ? <IconPlayerStop size={16} aria-hidden /> : <IconPlayerPlay size={16} aria-hidden />
          }
          onClick={() => {
            if (running) return cancel();
            setRan(asked);
            run(supposition);
          }}
        >
          {t(running ? 'trial.simulate.cancel' : 'trial.simulate.run')}
        </Button>
      </Group>
      <State state={state} outdated={outdated} />
    </Stack>
  );
}

interface StateProps {
  readonly state: SimulationState;
  readonly outdated: boolean;
}

function State({ state, outdated }: StateProps) {
  const { t } = useTranslation();
  switch (state.kind) {
    case 'idle':
      return (
        <Text size="sm" c="dimmed">
          {t('trial.simulate.hint')}
        </Text>
      );
    case 'running': {
      const done = (100 * (STAGES.indexOf(state.stage) + 1)) / (STAGES.length + 1);
      return (
        <Stack gap={4} role="status">
          <Text size="xs">{t(`trial.simulate.stage_${state.stage}`)}</Text>
          <Progress value={done} animated aria-label={t(`trial.simulate.stage_${state.stage}`)} />
        </Stack>
      );
    }
    case 'impossible':
      return <RefusedPlan problems={state.problems} />;
    case 'failed':
      return (
        <Text size="sm" role="alert" c="var(--cascade-alarm)">
          {t('trial.simulate.failed')}
        </Text>
      );
    case 'done':
      return <Outcome outcome={state.outcome} outdated={outdated} />;
  }
}

function Outcome({ outcome, outdated }: { readonly outcome: SimulationOutcome; readonly outdated: boolean }) {
  const { t, i18n } = useTranslation();
  const seconds = decimal((outcome.tookMs / 1000).toFixed(1), i18n.language);
  return (
    <Stack gap="sm">
      {outdated ? (
        <Text size="xs" fw={600} role="status">
          {t('trial.simulate.outdated')}
        </Text>
      ) : null}
      <OutcomeFigures outcome={outcome} />
      <LevelTable outcome={outcome} />
      <Group gap="md">
        {(['planned', 'due', 'done', 'off'] as const).map((kind) => (
          <Text key={kind} size="xs" c="dimmed">
            <span className={classes['legend']} data-kind={kind} aria-hidden />
            {t(`trial.simulate.legend_${kind}`)}
          </Text>
        ))}
        <Text size="xs" c="dimmed">
          {t('trial.simulate.took', { seconds })}
        </Text>
      </Group>
      <MissingUnits missing={outcome.missing} />
    </Stack>
  );
}

import { Alert, Anchor, Button, List } from '@mantine/core';
import { IconCalendarX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#engine';
import { useEditor, useFindings, useView } from '../drawing/editor.tsx';
import { keyOf } from '../problems/problems-of.ts';
import { sentenceAt } from '../problems/sentence-at.ts';
import { movedBy } from './moved-by.ts';
import { topDates } from './top-date.ts';
import { isTooEarly, useFeasible } from './use-feasible.ts';

const SHOWN = 3;

/** Why this cannot be started as it stands, and the day that would do. */
export function Impossible() {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const problems = useFindings((state) => state.scheduleProblems);
  const feasible = useFeasible();
  const readOnly = useView((state) => state.readOnly);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return null;
  const { definition } = editor.drawing.getState().present;
  const { trial } = editor.findings.getState();
  // what only the trial holds may be moved where the drawing may not
  const movable = !readOnly || topDates(definition, trial).every(({ kind }) => kind === 'parameter');
  return (
    <Alert
      color="red"
      icon={<IconCalendarX />}
      p="xs"
      role="status"
      title={t(isTooEarly(errors) ? 'dates.impossible' : 'dates.incomplete')}
    >
      <List size="sm" listStyleType="none">
        {errors.slice(0, SHOWN).map((problem) => (
          <List.Item key={keyOf(problem)}>{sentenceAt(problem, definition, i18n.language)}</List.Item>
        ))}
      </List>
      {errors.length > SHOWN ? (
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => editor.view.getState().show({ drawer: 'problems' })}
        >
          {t('dates.more', { count: errors.length - SHOWN })}
        </Anchor>
      ) : null}
      {feasible === null ? null : (
        <div>
          {t('dates.earliest')} <strong>{formatDate(feasible.date)}</strong>{' '}
          {movable ? (
            <Button
              size="compact-xs"
              ml={6}
              onClick={() => {
                const { command, parameters } = movedBy(feasible.shift, { definition, trial });
                if (!readOnly) editor.drawing.getState().run(command);
                editor.findings.getState().set({ trial: { ...trial, parameters } });
              }}
            >
              {t('dates.useEarliest')}
            </Button>
          ) : null}
        </div>
      )}
    </Alert>
  );
}

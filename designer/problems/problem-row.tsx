import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconExclamationCircle, IconWand } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '#model';
import { sentenceFor } from '#model/sentences/index';
import { useDrawing, useEditor, useView } from '../drawing/editor.tsx';
import type { QuickFix } from './fixes/fix.ts';
import { placeWords } from './place-words.ts';
import { quickFixes } from './quick-fixes.ts';
import classes from './problems-panel.module.css';

interface RowProps {
  readonly problem: Problem;
  readonly fixes: readonly QuickFix[];
  /** Reached by the Tab key. */
  readonly active: boolean;
  readonly index: number;
  readonly onFocus: (index: number) => void;
  readonly onFix: () => void;
}

export const ProblemRow = memo(function ProblemRow({
  problem,
  fixes,
  active,
  index,
  onFocus,
  onFix,
}: RowProps) {
  const { t, i18n } = useTranslation();
  const readOnly = useView((state) => state.readOnly);
  const editor = useEditor();
  const error = problem.severity === 'error';
  const place = useDrawing(({ present }) =>
    placeWords(problem.path, present)
      .map((crumb) => ('text' in crumb ? crumb.text : t(`problems.place.${crumb.key}`)))
      .join(' › '),
  );
  const go = () => {
    const { definition } = editor.drawing.getState().present;
    const { centre, goTo, show } = editor.view.getState();
    const [, list, at] = problem.path;
    // a question of the trial is answered where the trial is
    if (list === 'parameters' && typeof at === 'string') {
      const kind = definition.parameters.find(({ key }) => key === at)?.kind;
      return show({ drawer: kind === 'date' ? 'dates' : 'simulate' });
    }
    const node = list === 'nodes' && typeof at === 'number' ? definition.nodes[at] : undefined;
    if (node !== undefined) centre(node.id);
    goTo(problem.path);
  };
  const mend = (wanted: string) => {
    const { present, run } = editor.drawing.getState();
    const { calendars } = editor.findings.getState();
    const fix = quickFixes(problem, { drawing: present, calendars }).find(({ label }) => label === wanted);
    if (fix === undefined) return;
    onFix();
    run(fix.command);
  };
  return (
    <li className={classes['row']} data-severity={problem.severity}>
      <UnstyledButton
        className={classes['entry']}
        data-entry
        tabIndex={active ? 0 : -1}
        onClick={go}
        onFocus={() => onFocus(index)}
      >
        {error ? (
          <IconExclamationCircle className={classes['icon']} size={18} aria-hidden />
        ) : (
          <IconAlertTriangle className={classes['icon']} size={18} aria-hidden />
        )}
        <span>
          <span className={classes['hidden']}>{t(error ? 'problems.error' : 'problems.warning')}: </span>
          <Text span size="sm">
            {sentenceFor(problem, i18n.language === 'en' ? 'en' : 'vi')}
          </Text>
          {place === '' ? null : <span className={classes['place']}>{place}</span>}
        </span>
      </UnstyledButton>
      {readOnly || fixes.length === 0 ? null : (
        <Group gap={6} className={classes['fixes']}>
          {fixes.map(({ label, params }) => (
            <Button
              key={`${label} ${JSON.stringify(params)}`}
              size="compact-xs"
              maw="100%"
              title={t(`problems.fix.${label}`, { ...params })}
              variant="light"
              tabIndex={active ? 0 : -1}
              leftSection={<IconWand size={14} aria-hidden />}
              onFocus={() => onFocus(index)}
              onClick={() => mend(label)}
            >
              {t(`problems.fix.${label}`, { ...params })}
            </Button>
          ))}
        </Group>
      )}
    </li>
  );
});

import { Anchor, Badge, Table, Text } from '@mantine/core';
import { memo } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Problem } from '#model';
import { editNode } from '../drawing/commands/editing.ts';
import { useDrawing, useEditor, useFindings } from '../drawing/editor.tsx';
import { DueAnswer } from '../ui/due-answer.tsx';
import { type DateRow, sameRow } from './date-rows.ts';
import classes from './dates-panel.module.css';
import { LeadInput } from './lead-input.tsx';
import { dayWithWeekday, namedDay, shortDay } from './named-day.ts';

/** One level in one period; drawn again only when something in it has changed. */
export const DateLine = memo(Line, (before, after) => sameRow(before.row, after.row));

function Line({ row }: { readonly row: DateRow }) {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const { node, owed } = row;
  const due = owed?.due ?? null;
  const name = due === null ? null : namedDay(due, i18n.language);
  const shortfall = useShortfall(row);
  return (
    <Table.Tr data-short={shortfall !== null || undefined}>
      <Table.Th scope="row" style={{ paddingLeft: 10 + row.depth * 16 }}>
        <Anchor
          component="button"
          type="button"
          size="sm"
          c="var(--mantine-color-text)"
          ta="left"
          onClick={() => editor.view.getState().centre(node.id)}
        >
          {node.name}
        </Anchor>
        <RowNote row={row} />
      </Table.Th>
      <Table.Td>{owed === null ? <Dim>{t('dates.owesNothing')}</Dim> : <Rule row={row} />}</Table.Td>
      <Table.Td className={classes['nowrap'] ?? ''}>
        {due === null ? null : name === null ? (
          <Dim>{t(due.event === null ? 'timeliness.noDeadline' : 'dates.waitsForEvent')}</Dim>
        ) : (
          <DueAnswer
            dueAt={due.dueAt}
            why={due.why}
            label={t(`dates.named_${name.key}`, { ...name.params })}
          />
        )}
      </Table.Td>
      <Table.Td className={classes['nowrap'] ?? ''}>
        {due?.lastDate ? dayWithWeekday(due.lastDate, i18n.language) : null}
        {owed?.via?.lastDate ? (
          <Text size="xs" c="dimmed">
            {t('dates.viaDue', { day: dayWithWeekday(owed.via.lastDate, i18n.language) })}
          </Text>
        ) : null}
      </Table.Td>
      <Table.Td>
        {owed?.available !== null && owed !== null && owed.available >= 0 ? owed.available : null}
        {shortfall === null ? null : (
          <Badge variant="outline" color="red" c="var(--cascade-alarm)" size="sm" ml={6}>
            {shortfall}
          </Badge>
        )}
      </Table.Td>
      <Table.Td>{owed?.left ?? null}</Table.Td>
      <Table.Td className={classes['nowrap'] ?? ''}>
        {due?.remindAt.map((at) => shortDay(at, i18n.language)).join(', ')}
      </Table.Td>
      <Table.Td className={classes['nowrap'] ?? ''}>
        {due?.escalateAt ? shortDay(due.escalateAt, i18n.language) : null}
      </Table.Td>
    </Table.Tr>
  );
}

const Dim = ({ children }: { readonly children: string }) => (
  <Text span size="sm" c="dimmed">
    {children}
  </Text>
);

function RowNote({ row: { report, members } }: { readonly row: DateRow }) {
  const { t } = useTranslation();
  const parts = [report, members === '' ? t('dates.rest') : members].filter((part) => part !== null);
  return parts.length === 0 ? null : (
    <Text size="xs" c="dimmed">
      {parts.join(' · ')}
    </Text>
  );
}

/** A lead is typed here; where a date is written, it is changed above, for everybody who has it. */
function Rule({ row: { node, owed } }: { readonly row: DateRow }) {
  const { t } = useTranslation();
  const { drawing } = useEditor();
  if (owed === null) return null;
  const { rule, words, at } = owed;
  if (rule.due.kind !== 'lead') return <>{t(`dates.rule_${words.key}`, { ...words.params })}</>;
  return (
    <span className={classes['rule']}>
      <Trans
        t={t}
        i18nKey="dates.lead"
        values={words.params}
        components={{
          lead: (
            <LeadInput
              level={node.name}
              days={rule.due.workingDays}
              onChange={(workingDays) => drawing.getState().run(setLead({ id: node.id, at }, workingDays))}
            />
          ),
        }}
      />
    </span>
  );
}

/** Typing is one step, however many digits. */
const setLead = ({ id, at }: { readonly id: string; readonly at: number }, workingDays: number) =>
  editNode(
    id,
    ({ obligations }) => {
      const due = obligations[at]?.due;
      if (due?.kind === 'lead') due.workingDays = workingDays;
    },
    `lead ${id}/${at}`,
  );

/** "thiếu 3 ngày" beside the level that it concerns; null where it has enough. */
function useShortfall({ node, owed }: DateRow): string | null {
  const { t } = useTranslation();
  const index = useDrawing((state) => state.present.definition.nodes.indexOf(node));
  const problem = useFindings((state) =>
    state.scheduleProblems.find((each) => concerns(each, index, owed?.at)),
  );
  if (problem === undefined) return null;
  switch (problem.code) {
    case 'schedule.tooFewWorkingDays':
      return t('dates.short_days', { count: Number(problem.params['shortfall']) });
    case 'schedule.dueBeforeStart':
      return t('dates.short_past');
    default:
      return t('dates.short_other');
  }
}

const concerns = ({ path, severity }: Problem, index: number, at: number | undefined): boolean =>
  severity === 'error' && path[0] === 'nodes' && path[1] === index && path[3] === at;

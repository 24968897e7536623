import { Alert, List, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Definition } from '#model';
import type { PlannedDue, PlanSummary } from '../../api/starting.ts';
import { lastOnTime, lastOnTimeInstant, weekday } from '../../ui/dates.ts';
import { DueAnswer } from '../../ui/due-answer.tsx';
import { count } from '../../ui/numbers.ts';

interface PlanPreviewProps {
  readonly plan: PlanSummary;
  readonly definition: Definition;
}

const MOST_PERIODS = 6;

/** Who would get what until when, before anything is written. */
export function PlanPreview({ plan, definition }: PlanPreviewProps) {
  const { t, i18n } = useTranslation();
  const figure = (value: number) => count(value, i18n.language);
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {t('editor.starting.figures', {
          units: plan.counts.units,
          reports: plan.counts.obligations,
          acknowledgements: plan.counts.acknowledgements,
        })}
      </Text>
      <Table.ScrollContainer minWidth={420}>
        <Table verticalSpacing={4} aria-label={t('editor.starting.plan')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('editor.starting.level')}</Table.Th>
              <Table.Th ta="right">{t('editor.starting.units')}</Table.Th>
              <Table.Th>{t('editor.starting.dues')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {plan.groups.map(({ nodeId, name, units, examples }) => (
              <Table.Tr key={nodeId}>
                <Table.Td>
                  {name}
                  <Text size="xs" c="dimmed" lineClamp={1}>
                    {examples.join(', ')}
                  </Text>
                </Table.Td>
                <Table.Td ta="right">{figure(units)}</Table.Td>
                <Table.Td>
                  <Dues plan={plan} nodeId={nodeId} definition={definition} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {plan.warnings.length > 0 ? (
        <Alert color="orange" title={t('editor.warnings', { count: plan.warnings.length })}>
          <List size="sm">
            {[...new Set(plan.warnings.map((each) => (i18n.language === 'en' ? each.en : each.vi)))].map(
              (sentence) => (
                <List.Item key={sentence}>{sentence}</List.Item>
              ),
            )}
          </List>
        </Alert>
      ) : null}
    </Stack>
  );
}

interface DuesProps extends PlanPreviewProps {
  readonly nodeId: string;
}

function Dues({ plan, nodeId, definition }: DuesProps) {
  const { t } = useTranslation();
  const several = plan.periods.length > 1;
  const rows = plan.periods.flatMap(({ key, label, dues }) =>
    dues
      .filter(({ dueKey }) => dueKey.startsWith(`${nodeId}/`))
      .map((due) => ({ id: `${key} ${due.dueKey}`, period: several ? label : null, due })),
  );
  return (
    <>
      {rows.slice(0, MOST_PERIODS).map(({ id, period, due }) => (
        <div key={id}>
          <OneDue due={due} />
          <Text span size="xs" c="dimmed">
            {' '}
            {[period, reportOf(due.dueKey, definition)].filter((part) => part !== null).join(', ')}
          </Text>
        </div>
      ))}
      {rows.length > MOST_PERIODS ? (
        <Text size="xs" c="dimmed">
          {t('library.furtherProblems', { count: rows.length - MOST_PERIODS })}
        </Text>
      ) : null}
    </>
  );
}

function OneDue({ due }: { readonly due: PlannedDue }) {
  const { t, i18n } = useTranslation();
  if (due.dueAt === null)
    return (
      <Text span size="sm">
        {t('campaigns.noDeadline')}
      </Text>
    );
  const day = `${weekday(lastOnTimeInstant(due.dueAt), i18n.language)} ${lastOnTime(due.dueAt)}`;
  return <DueAnswer dueAt={due.dueAt} why={due.why} label={day} />;
}

/** Only where a drawing has several report forms does the form tell deadlines apart. */
function reportOf(dueKey: string, { reports }: Definition): string | null {
  if (reports.length < 2) return null;
  const key = dueKey.split('/')[1]?.split('@')[0];
  return reports.find(({ id }) => id === key)?.title ?? null;
}

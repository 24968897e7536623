import { List, Paper, Spoiler, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Difference } from '#engine';
import type { ReportForm } from '#model';
import type { Row, Table } from './api.ts';
import { differenceWords } from './difference-words.ts';
import { dateTime } from '../ui/dates.ts';
import { actorText } from '../report/who-text.ts';

interface DifferencesProps {
  readonly forms: readonly ReportForm[];
  readonly table: Table;
}

/** What has come since the latest revision was drawn up: old → new, and by whom. */
export function Differences({ forms, table }: DifferencesProps) {
  const { t } = useTranslation();
  const some = forms.some((form) => (table.differences[form.id] ?? []).length > 0);
  if (!some || table.revision === 0) return null;
  return (
    <Paper withBorder p="sm">
      <Text fw={600} size="sm">
        {t('collect.changedSince', { revision: table.revision })}
      </Text>
      <DifferenceList forms={forms} differences={table.differences} rows={table.rows} />
    </Paper>
  );
}

/** Totals first and as the form has them: a stored record has no order. */
function inOrder(some: readonly Difference[], { indicators }: ReportForm): readonly Difference[] {
  const place = (each: Difference): number =>
    each.kind === 'indicator' ? indicators.findIndex(({ id }) => id === each.indicator) : indicators.length;
  return some.toSorted((a, b) => place(a) - place(b));
}

interface DifferenceListProps {
  readonly forms: readonly ReportForm[];
  readonly differences: Readonly<Record<string, readonly Difference[]>>;
  /** To say by whom and when; absent where the reports of today say nothing about it. */
  readonly rows?: readonly Row[];
}

export function DifferenceList({ forms, differences, rows = [] }: DifferenceListProps) {
  const { t, i18n } = useTranslation();
  const lines = forms.flatMap((form) =>
    inOrder(differences[form.id] ?? [], form).map((each) => {
      const words = differenceWords(each, form, i18n.language);
      const row = rows.find(({ unitId, reportId }) => unitId === words.unitId && reportId === form.id);
      const latest = row?.latest ?? null;
      const by =
        latest === null
          ? ''
          : ` (${actorText(t, latest.byName, latest.onBehalfOfName)}, ${dateTime(latest.receivedAt)})`;
      return `${t(words.key, words.params)}${by}`;
    }),
  );
  if (lines.length === 0) return <Text size="sm">{t('collect.noDifference')}</Text>;
  return (
    <Spoiler maxHeight={150} showLabel={t('totals.missingMore')} hideLabel={t('totals.missingLess')}>
      <List size="sm">
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </Spoiler>
  );
}

import { Badge, Button, Group, NativeSelect, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { differences } from '#engine';
import type { ReportForm } from '#model';
import { isUnreadable } from '../api/unreadable.ts';
import { dateTime } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { type Desk, type RevisionLine, type Table, useRevision } from './api.ts';
import { baseOf } from './base-revision.ts';
import classes from './collect.module.css';
import { DifferenceList } from './differences.tsx';
import { MissingLines } from './state-line.tsx';
import { actorText } from '../report/who-text.ts';
import { TotalsList } from './totals-list.tsx';

/** Every revision there was: any can be opened, any two compared. */
export function RevisionsTab({ desk, table }: { readonly desk: Desk; readonly table: Table }) {
  const { t } = useTranslation();
  const [opened, open] = useState<number | null>(null);
  const { revisions, forms } = table;
  if (revisions.length === 0) return <Text c="dimmed">{t('collect.noRevisions')}</Text>;
  return (
    <Stack gap="md">
      {revisions.toReversed().map((line) => (
        <Paper key={line.revision} withBorder p="sm">
          <Group justify="space-between" align="flex-start">
            <RevisionHead
              line={line}
              base={baseOf(line.revision, revisions)}
              overtaken={line.revision < table.revision}
            />
            <Button
              size="compact-sm"
              variant="default"
              aria-expanded={opened === line.revision}
              onClick={() => open(opened === line.revision ? null : line.revision)}
            >
              {t(opened === line.revision ? 'collect.closeRevision' : 'collect.openRevision', {
                revision: line.revision,
              })}
            </Button>
          </Group>
          {opened === line.revision ? (
            <Opened
              desk={desk}
              forms={forms}
              revision={line.revision}
              base={baseOf(line.revision, revisions)}
            />
          ) : null}
        </Paper>
      ))}
      {revisions.length > 1 ? <Compare desk={desk} table={table} /> : null}
    </Stack>
  );
}

function RevisionHead({
  line,
  base,
  overtaken,
}: {
  readonly line: RevisionLine;
  readonly base: number | null;
  /** A later one was drawn up: a draft is signed no more. */
  readonly overtaken: boolean;
}) {
  const { t } = useTranslation();
  return (
    <div>
      <Group gap={6}>
        <Text fw={600}>{t('collect.revision', { revision: line.revision })}</Text>
        <Badge
          color={line.state === 'signed' ? 'pine' : 'orange'}
          variant={line.state === 'signed' ? 'filled' : 'light'}
        >
          {t(
            line.state === 'draft' && overtaken ? 'collect.overtaken' : `collect.revisionState.${line.state}`,
          )}
        </Badge>
      </Group>
      <Text size="sm">
        {line.signedAt === null
          ? t('collect.drawnAt', { at: dateTime(line.drawnAt) })
          : t('collect.state.signedBy', {
              who: actorText(t, line.signedByName, line.signedOnBehalfOfName),
              at: dateTime(line.signedAt),
            })}
      </Text>
      <Text size="sm" c="dimmed">
        {t('collect.counted', { accepted: line.accepted, owed: line.owed })}
        {base === null ? '' : ` · ${t('collect.differenceCount', { count: line.differences, base })}`}
      </Text>
    </div>
  );
}

function Opened({
  desk,
  forms,
  revision,
  base,
}: {
  readonly desk: Desk;
  readonly forms: readonly ReportForm[];
  readonly revision: number;
  readonly base: number | null;
}) {
  const { t } = useTranslation();
  const stored = useRevision(desk, revision);
  if (isUnreadable(stored)) return <Failure error={stored.error} retry={() => void stored.refetch()} />;
  if (!stored.isSuccess) return <Text c="dimmed">{t('common.loading')}</Text>;
  const { reports, coverage, differences: changes } = stored.data;
  return (
    <Stack gap="sm" mt="sm">
      <MissingLines coverage={coverage} />
      {base === null ? null : (
        <div>
          <Text size="sm" fw={600}>
            {t('collect.signDifferences', { revision: base })}
          </Text>
          <DifferenceList forms={forms} differences={changes} />
        </div>
      )}
      <TotalsList forms={forms} reports={reports} />
      {forms.flatMap((form) =>
        form.sections.map(({ id, title }) => {
          const paragraphs = reports[form.id]?.sections[id] ?? [];
          const own = paragraphs.filter(({ unitId }) => unitId === desk.unitId);
          return (
            <div key={`${form.id}/${id}`}>
              <Text size="sm" fw={600}>
                {title}
              </Text>
              {(own.length > 0 ? own : paragraphs).map((paragraph) => (
                <Text key={paragraph.unitId} size="sm" className={classes['text'] ?? ''}>
                  {own.length > 0 ? paragraph.text : `${paragraph.unitName}: ${paragraph.text}`}
                </Text>
              ))}
            </div>
          );
        }),
      )}
    </Stack>
  );
}

function Compare({ desk, table }: { readonly desk: Desk; readonly table: Table }) {
  const { t } = useTranslation();
  const latest = table.revisions.at(-1)?.revision ?? 1;
  const [older, setOlder] = useState(baseOf(latest, table.revisions) ?? latest);
  const [newer, setNewer] = useState(latest);
  const [before, after] = [useRevision(desk, older), useRevision(desk, newer)];
  const data = table.revisions.map(({ revision }) => ({
    value: String(revision),
    label: t('collect.revision', { revision }),
  }));
  const changes =
    before.data === undefined || after.data === undefined
      ? null
      : Object.fromEntries(
          Object.entries(after.data.reports).map(([id, report]) => [
            id,
            differences(before.data.reports[id] ?? null, report),
          ]),
        );
  return (
    <Paper withBorder p="sm">
      <Text fw={600}>{t('collect.compare')}</Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} mb="xs">
        <NativeSelect
          label={t('collect.older')}
          value={String(older)}
          data={data}
          onChange={(event) => setOlder(Number(event.currentTarget.value))}
        />
        <NativeSelect
          label={t('collect.newer')}
          value={String(newer)}
          data={data}
          onChange={(event) => setNewer(Number(event.currentTarget.value))}
        />
      </SimpleGrid>
      {changes === null ? (
        <Text c="dimmed">{t('common.loading')}</Text>
      ) : (
        <DifferenceList forms={table.forms} differences={changes} />
      )}
    </Paper>
  );
}

import {
  Accordion,
  ActionIcon,
  Alert,
  Anchor,
  Badge,
  Group,
  List,
  Paper,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReportForm } from '#model';
import { isUnreadable } from '../api/unreadable.ts';
import { valueText } from '../monitor/value-text.ts';
import { ExtensionDecision } from '../report/extension-decision.tsx';
import { dateTime } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { useKeysKept } from '../ui/use-keys-kept.ts';
import { Acts } from './acts.tsx';
import { type Desk, type Report, type Row, type Table, useReport } from './api.ts';
import classes from './collect.module.css';
import { RowStanding } from './row-standing.tsx';
import { actorText } from '../report/who-text.ts';

interface RowPanelProps {
  readonly desk: Desk;
  readonly table: Table;
  readonly row: Row;
  readonly mayDecide: boolean;
  /** Null: what it stands in says whose report it is, and closes it. */
  readonly close: (() => void) | null;
}

/** One report as it was sent, and what is to be decided about it. */
export function RowPanel({ desk, table, row, mayDecide, close }: RowPanelProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const report = useReport(desk, row.obligationId);
  const keys = useKeysKept(row.revision);
  const panel = useRef<HTMLDivElement>(null);
  const beside = close !== null;
  useFocusBack();
  useEffect(() => {
    // the keys go on where the report is decided on, not through all rows below
    if (beside) panel.current?.focus({ preventScroll: true });
  }, [beside]);
  return (
    <Paper
      ref={panel}
      withBorder
      p="sm"
      className={classes['panel'] ?? ''}
      component="aside"
      aria-label={row.unitName}
      {...keys}
    >
      <Stack gap="sm">
        {close === null ? null : (
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <Title order={2} size="h4">
              {row.unitName}
            </Title>
            <ActionIcon variant="subtle" color="gray" aria-label={t('common.close')} onClick={close}>
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </Group>
        )}
        <RowStanding row={row} />
        {row.returnReason === null ? null : (
          <Alert color="orange" title={t('collect.returnedBecause')}>
            {row.returnReason}
          </Alert>
        )}
        {mayDecide ? <Acts desk={desk} rows={[row]} table={table} /> : null}
        <Group gap="sm">
          <Anchor component={Link} size="sm" to={`/tasks/${row.obligationId}`}>
            {t('collect.wholeReport')}
          </Anchor>
          {row.consolidates ? (
            <Anchor
              component={Link}
              size="sm"
              to={`/campaigns/${desk.campaignId}/collect/${desk.period}/${row.unitId}`}
            >
              {t('collect.theirTable', { unit: row.unitName })}
            </Anchor>
          ) : null}
        </Group>
        {isUnreadable(report) ? <Failure error={report.error} retry={() => void report.refetch()} /> : null}
        {report.isPending ? <Text c="dimmed">{t('common.loading')}</Text> : null}
        {mayDecide && row.ownRequest ? <Text size="sm">{t('collect.ownRequest')}</Text> : null}
        {report.isSuccess && mayDecide && !row.ownRequest
          ? report.data.extensions
              .filter(({ state }) => state === 'asked')
              .map((extension) => (
                <ExtensionDecision
                  key={extension.id}
                  extension={extension}
                  revision={report.data.revision}
                  upward={table.upward}
                  onDecided={() =>
                    void queries.invalidateQueries({ queryKey: ['campaign', desk.campaignId] })
                  }
                />
              ))
          : null}
        {report.isSuccess ? <Versions report={report.data} /> : null}
      </Stack>
    </Paper>
  );
}

function Versions({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const { form } = report;
  const newestFirst = report.versions.toReversed();
  const [latest] = newestFirst;
  if (form === null || latest === undefined) return <Text c="dimmed">{t('collect.nothingSent')}</Text>;
  return (
    // a version that comes while this is read opens by itself: it is the one that would be decided on
    <Accordion key={latest.no} defaultValue={String(latest.no)} keepMounted={false} variant="contained">
      {newestFirst.map((version) => (
        <Accordion.Item key={version.no} value={String(version.no)}>
          <Accordion.Control>
            <Group gap={6}>
              <Text size="sm" fw={600}>
                {t('collect.version', { no: version.no })}
              </Text>
              <Badge variant="light" color={version.state === 'accepted' ? 'pine' : 'gray'}>
                {t(`collect.versionState.${version.state}`)}
              </Badge>
              {version.kind === 'nil' ? <Badge variant="outline">{t('collect.nil')}</Badge> : null}
              <Text size="xs" c="dimmed">
                {dateTime(version.receivedAt)}
              </Text>
            </Group>
          </Accordion.Control>
          <Accordion.Panel>
            <Content form={form} version={version} report={report} />
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

function Content({
  form,
  version,
  report,
}: {
  readonly form: ReportForm;
  readonly version: Report['versions'][number];
  readonly report: Report;
}) {
  const { t, i18n } = useTranslation();
  const files = report.attachments.filter(({ id }) => version.attachmentIds.includes(id));
  const texts = form.sections.filter(({ id }) => (version.sections[id] ?? '') !== '');
  return (
    <Stack gap="xs">
      <dl className={classes['figures']}>
        {form.indicators.map((indicator) => (
          <div key={indicator.id} style={{ display: 'contents' }}>
            <dt>{indicator.label}</dt>
            <dd>{valueText(version.values[indicator.id] ?? null, indicator, i18n.language)}</dd>
          </div>
        ))}
      </dl>
      {texts.map(({ id, title }) => (
        <div key={id}>
          <Text size="sm" fw={600}>
            {title}
          </Text>
          <Text size="sm" className={classes['text'] ?? ''}>
            {version.sections[id]}
          </Text>
        </div>
      ))}
      {version.note === '' ? null : <Text size="sm">{t('collect.note', { note: version.note })}</Text>}
      {files.length === 0 ? null : (
        <List size="sm" listStyleType="none" icon={<IconPaperclip size={14} aria-hidden />}>
          {files.map(({ id, fileName }) => (
            <List.Item key={id}>
              <Anchor href={`/api/attachments/${id}`} size="sm">
                {fileName}
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
      {version.state === 'returned' && version.reason !== null ? (
        <Text size="sm" c="var(--cascade-alarm)">
          {t('collect.returnedWith', {
            who: actorText(t, version.decidedByName, version.decidedForName),
            reason: version.reason,
          })}
        </Text>
      ) : null}
    </Stack>
  );
}

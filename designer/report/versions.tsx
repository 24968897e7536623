import { Accordion, Group, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReportForm } from '#model';
import { valueText } from '../monitor/value-text.ts';
import { dateTime } from '../ui/dates.ts';
import type { ReportVersion, Task, UploadedFile } from './api.ts';
import { type Difference, differencesOf } from './differences.ts';
import { VersionView } from './version-view.tsx';

/** Every version that was handed in, newest first, each with what it changed. */
export function Versions({ task, form }: { readonly task: Task; readonly form: ReportForm }) {
  const { t } = useTranslation();
  if (task.versions.length === 0) return null;
  return (
    <Accordion variant="separated" order={3}>
      {task.versions.toReversed().map((version) => (
        <Accordion.Item key={version.no} value={String(version.no)}>
          <Accordion.Control>
            <Group gap={8}>
              <Text size="sm" fw={600}>
                {t('report.receipt.version', { no: version.no })}
              </Text>
              <Text size="sm" c="dimmed">
                {dateTime(version.receivedAt)} · {t(`report.versionState.${version.state}`)}
              </Text>
            </Group>
          </Accordion.Control>
          <Accordion.Panel>
            <Stack gap="sm">
              <Changed
                form={form}
                version={version}
                before={task.versions.find(({ no }) => no === version.no - 1)}
                files={task.attachments}
              />
              <VersionView version={version} form={form} files={task.attachments} />
            </Stack>
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

interface ChangedProps {
  readonly form: ReportForm;
  readonly version: ReportVersion;
  readonly before: ReportVersion | undefined;
  readonly files: readonly UploadedFile[];
}

function Changed({ form, version, before, files }: ChangedProps) {
  const { t } = useTranslation();
  if (before === undefined) return null;
  const found = differencesOf(form, before, version);
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('report.changed', { no: before.no, count: found.length })}
      </Text>
      <List size="sm">
        {found.map((difference) => (
          <List.Item key={difference.kind === 'files' ? 'files' : `${difference.kind}-${difference.id}`}>
            <Words difference={difference} form={form} files={files} />
          </List.Item>
        ))}
      </List>
    </div>
  );
}

interface WordsProps {
  readonly difference: Difference;
  readonly form: ReportForm;
  readonly files: readonly UploadedFile[];
}

function Words({ difference, form, files }: WordsProps) {
  const { t, i18n } = useTranslation();
  switch (difference.kind) {
    case 'value': {
      const indicator = form.indicators.find(({ id }) => id === difference.id);
      if (indicator === undefined) return null;
      const text = (value: typeof difference.before) => valueText(value, indicator, i18n.language);
      return (
        <>
          {indicator.label}: <s>{text(difference.before)}</s> → <b>{text(difference.after)}</b>
        </>
      );
    }
    case 'section':
      return (
        <>
          {t('report.sectionChanged', {
            title: form.sections.find(({ id }) => id === difference.id)?.title ?? '',
          })}
        </>
      );
    case 'files': {
      const names = (ids: readonly string[]) =>
        ids.map((id) => files.find((file) => file.id === id)?.fileName ?? '').join(', ');
      return (
        <>
          {t('report.filesChanged', {
            added: names(difference.added) || t('common.none'),
            removed: names(difference.removed) || t('common.none'),
          })}
        </>
      );
    }
  }
}

import { Anchor, Badge, CopyButton, Button, Group, List, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReportForm } from '#model';
import { valueText } from '../monitor/value-text.ts';
import { dateTime } from '../ui/dates.ts';
import type { ReportVersion, UploadedFile } from './api.ts';
import { bytesText } from './files/bytes-text.ts';
import classes from './task-page.module.css';
import { actorText } from './who-text.ts';

interface VersionViewProps {
  readonly version: ReportVersion;
  readonly form: ReportForm;
  readonly files: readonly UploadedFile[];
}

/** One version as it was handed in; it stays readable whatever came after it. */
export function VersionView({ version, form, files }: VersionViewProps) {
  const { t, i18n } = useTranslation();
  const own = files.filter(({ id }) => version.attachmentIds.includes(id));
  return (
    <Stack gap="sm" data-version={version.no}>
      <ReceiptLines version={version} files={own} />
      {version.kind === 'nil' ? <Text fw={600}>{t('report.nil.isNil')}</Text> : null}
      {form.indicators.length === 0 ? null : (
        <Table withRowBorders verticalSpacing={4}>
          <Table.Tbody>
            {form.indicators.map((indicator) => (
              <Table.Tr key={indicator.id}>
                <Table.Th scope="row" fw={400} lang="vi">
                  {indicator.label}
                </Table.Th>
                <Table.Td ta="right" fw={600} className={classes['figure'] ?? ''}>
                  {valueText(version.values[indicator.id] ?? null, indicator, i18n.language)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {form.sections.map(({ id, title }) =>
        version.sections[id] === undefined ? null : (
          <div key={id} lang="vi">
            <Text size="sm" fw={600}>
              {title}
            </Text>
            <Text size="sm" className={classes['written'] ?? ''}>
              {version.sections[id]}
            </Text>
          </div>
        ),
      )}
      {version.note === '' ? null : (
        <Text size="sm" className={classes['written'] ?? ''}>
          {t('report.note')}: {version.note}
        </Text>
      )}
      {own.length === 0 ? null : (
        <List size="sm">
          {own.map((file) => (
            <List.Item key={file.id}>
              <Anchor href={`/api/attachments/${file.id}`} size="sm" download>
                {file.fileName}
              </Anchor>{' '}
              ({bytesText(file.bytes)})
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}

/** When it was received, by whom, late or not, and the hashes that prove what was received: of the report, of each file. */
export function ReceiptLines({ version, files }: Pick<VersionViewProps, 'version' | 'files'>) {
  const { t } = useTranslation();
  const sent = files.filter(({ id }) => version.attachmentIds.includes(id));
  return (
    <Stack gap={4} data-testid="receipt">
      <Group gap={8}>
        <Text fw={600}>{t('report.receipt.version', { no: version.no })}</Text>
        <Badge variant="light" color={version.late ? 'orange' : 'pine'} autoContrast>
          {version.late
            ? t('report.receipt.late', { days: version.workingDaysLate })
            : t('timeliness.inTime')}
        </Badge>
      </Group>
      <Text size="sm">
        {t('report.receipt.received', {
          at: dateTime(version.receivedAt),
          name: actorText(t, version.submittedByName, version.onBehalfOfName),
        })}
      </Text>
      <Group gap={6} align="center">
        <Text size="xs" c="dimmed" className={classes['hash'] ?? ''}>
          SHA-256: {version.hash}
        </Text>
        <CopyButton value={version.hash}>
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="default" onClick={copy} className={classes['no-print'] ?? ''}>
              {t(copied ? 'report.receipt.copied' : 'report.receipt.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      {sent.map(({ id, fileName, sha256 }) => (
        <Text key={id} size="xs" c="dimmed" className={classes['hash'] ?? ''}>
          {t('report.receipt.file', { file: fileName, hash: sha256 })}
        </Text>
      ))}
    </Stack>
  );
}

import { Modal, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConsolidatedReport } from '#engine';
import type { Indicator } from '#model';
import classes from './totals-panel.module.css';
import { valueText } from './value-text.ts';

interface SourcesProps {
  readonly indicator: Indicator | null;
  readonly sources: ConsolidatedReport['indicators'][string]['from'];
  readonly close: () => void;
}

/** The units that a figure comes from, each with its own part. */
export function Sources({ indicator, sources, close }: SourcesProps) {
  const { t, i18n } = useTranslation();
  return (
    <Modal
      opened={indicator !== null}
      onClose={close}
      title={indicator === null ? '' : t('totals.sourcesOf', { indicator: indicator.label })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {indicator === null ? null : sources.length === 0 ? (
        <Text c="dimmed">{t('common.none')}</Text>
      ) : (
        <Table withRowBorders={false} verticalSpacing={4}>
          <Table.Tbody>
            {sources.map((source) => (
              <Table.Tr key={source.unitId}>
                <Table.Th scope="row" fw={400}>
                  {source.unitName}
                </Table.Th>
                <Table.Td ta="right" fw={600} className={classes['figure'] ?? ''}>
                  {valueText(source.value, indicator, i18n.language)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Modal>
  );
}

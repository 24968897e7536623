import { Button, Group, List, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { ReportForm } from '#model';
import { useDrawing, useEditor } from '../drawing/editor.tsx';
import { owedBy, removeReport } from './report-commands.ts';

interface RemoveReportProps {
  readonly report: ReportForm;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Says who owes the report before it goes with all that they owe. */
export function RemoveReport({ report, opened, onClose }: RemoveReportProps) {
  const { t } = useTranslation();
  const { drawing } = useEditor();
  const names = useDrawing(useShallow((state) => owedBy(state.present, report.id)));
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('forms.removeTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Text size="sm">{t('forms.removeText', { title: report.title, count: names.length })}</Text>
      <List size="sm" my="xs">
        {names.map((name, index) => (
          // levels may have the same name
          <List.Item key={`${index}-${name}`}>{name}</List.Item>
        ))}
      </List>
      <Group justify="flex-end">
        <Button variant="default" size="xs" onClick={onClose}>
          {t('forms.keep')}
        </Button>
        <Button
          color="red.8"
          size="xs"
          onClick={() => {
            onClose();
            drawing.getState().run(removeReport(report.id));
          }}
        >
          {t('forms.removeIt')}
        </Button>
      </Group>
    </Modal>
  );
}

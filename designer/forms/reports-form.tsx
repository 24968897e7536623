import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDrawing, useEditor, useView } from '../drawing/editor.tsx';
import { addReport } from './report-commands.ts';
import { ReportCard } from './report-card.tsx';

/** Every report form of the drawing. */
export function ReportsForm() {
  const { t } = useTranslation();
  const { drawing, view } = useEditor();
  const reports = useDrawing((state) => state.present.definition.reports);
  const readOnly = useView((state) => state.readOnly);
  const add = () => {
    const { present, run } = drawing.getState();
    run(addReport(present, t('forms.newReport', { count: reports.length + 1 })).command);
    view.getState().goTo(['definition', 'reports', reports.length, 'title']);
  };
  return (
    <Stack gap="xs">
      {reports.length === 0 ? <Text size="sm">{t('forms.noReports')}</Text> : null}
      {reports.map((report, index) => (
        <ReportCard key={report.id} report={report} index={index} alone={reports.length === 1} />
      ))}
      {readOnly ? null : (
        <Button size="xs" variant="light" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
          {t('forms.addReport')}
        </Button>
      )}
    </Stack>
  );
}

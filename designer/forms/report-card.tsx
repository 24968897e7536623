import { ActionIcon, Paper, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconCopy, IconTrash } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReportForm } from '#model';
import { useDrawing, useEditor, useView } from '../drawing/editor.tsx';
import { editReport } from '../drawing/commands/editing.ts';
import { changesOf, mergeOf } from '../form/change.ts';
import type { FieldOverrides } from '../form/field-props.ts';
import { placeName } from '../form/paths.ts';
import { SchemaForm } from '../form/schema-form.tsx';
import { useOpen } from '../form/use-open.ts';
import { AttachmentsField } from './attachments-field.tsx';
import classes from './forms.module.css';
import { settleIndicators } from './indicators.ts';
import { IndicatorsField } from './indicators-field.tsx';
import { KeyLine } from './key-line.tsx';
import { PeriodsField } from './periods-field.tsx';
import { RemoveReport } from './remove-report.tsx';
import { duplicateReport, owedBy, removeReport } from './report-commands.ts';

/** What people think of first, first. */
const ORDERED = ReportForm.pick({
  id: true,
  title: true,
  kind: true,
  purpose: true,
  periods: true,
  indicators: true,
  sections: true,
  attachments: true,
  nilAllowed: true,
  paperForbidden: true,
  link: true,
  inferred: true,
});

const FIELDS: FieldOverrides = {
  title: { rows: 2 },
  purpose: { rows: 1 },
  periods: { widget: PeriodsField },
  indicators: { widget: IndicatorsField },
  sections: { fields: { title: { rows: 1 } } },
  attachments: { widget: AttachmentsField },
};

interface ReportCardProps {
  readonly report: ReportForm;
  readonly index: number;
  /** The only one is open from the start. */
  readonly alone: boolean;
}

export function ReportCard({ report, index, alone }: ReportCardProps) {
  const { t } = useTranslation();
  const { drawing, view } = useEditor();
  const readOnly = useView((state) => state.readOnly);
  const owing = useDrawing((state) => owedBy(state.present, report.id).length);
  const path = ['definition', 'reports', index];
  const [open, toggle] = useOpen(path, alone);
  const [removing, setRemoving] = useState(false);
  const id = useId();
  const run = drawing.getState().run;
  const change = (next: ReportForm) => {
    const settled = { ...next, indicators: [...settleIndicators(report.indicators, next.indicators)] };
    const merge = mergeOf(`report/${report.id}`, report, next);
    // indicators stay the same list where none changed, so that nothing counts as changed
    const asked = next.indicators === report.indicators ? next : settled;
    run(editReport(report.id, (draft) => void Object.assign(draft, changesOf(report, asked)), merge));
  };
  const duplicate = () => {
    const title = t('forms.copyOf', { title: report.title }).slice(0, 300);
    run(duplicateReport(drawing.getState().present, { id: report.id, title }).command);
    view.getState().goTo(['definition', 'reports', index + 1, 'title']);
  };
  // what nobody owes is taken away without a question: it can be undone
  const remove = () => (owing === 0 ? run(removeReport(report.id)) : setRemoving(true));
  const Chevron = open ? IconChevronDown : IconChevronRight;
  const act = { size: 'sm', variant: 'subtle', color: 'gray' } as const;
  return (
    <Paper withBorder radius="sm" data-place={placeName(path)}>
      <div className={classes['cardHead']}>
        <UnstyledButton
          className={classes['cardTitle'] ?? ''}
          aria-expanded={open}
          aria-controls={id}
          onClick={toggle}
        >
          <Chevron size={16} aria-hidden className={classes['chevron']} />
          <span>
            <Text span size="sm" fw={600} lineClamp={open ? 1 : 2}>
              {report.title}
            </Text>
            <Text span size="xs" c="dimmed" display="block">
              {t('forms.reportLine', {
                kind: t(`forms.report.kind_${report.kind}`),
                owing,
                indicators: report.indicators.length,
              })}
            </Text>
          </span>
        </UnstyledButton>
        {readOnly ? null : (
          <>
            <Tooltip label={t('forms.duplicate')}>
              <ActionIcon
                {...act}
                aria-label={t('forms.duplicateOne', { title: report.title })}
                onClick={duplicate}
              >
                <IconCopy size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={t('forms.remove')}>
              <ActionIcon {...act} aria-label={t('form.removeOne', { label: report.title })} onClick={remove}>
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </>
        )}
      </div>
      <div id={id} hidden={!open} className={classes['cardBody']}>
        {open ? (
          <>
            <SchemaForm
              schema={ORDERED}
              value={report}
              labels="forms.report"
              path={path}
              fields={FIELDS}
              onChange={change}
            />
            <KeyLine value={report.id} />
          </>
        ) : null}
      </div>
      <RemoveReport report={report} opened={removing} onClose={() => setRemoving(false)} />
    </Paper>
  );
}

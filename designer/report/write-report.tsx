import { Stack, Text, Title } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { submissionOf } from '#engine/draft';
import type { ReportForm } from '#model';
import { Dialog } from '../ui/dialog.tsx';
import {
  type OpenedDraft,
  submit,
  type Submission,
  type Surroundings,
  type Task,
  useTaskAct,
} from './api.ts';
import { useKeeper } from './draft/use-keeper.ts';
import { FormContext } from './fields/field-context.ts';
import { IndicatorField } from './fields/indicator-field.tsx';
import { NoteField, SectionField } from './fields/section-field.tsx';
import { Attachments } from './files/attachments.tsx';
import { missingOf } from './missing.ts';
import { MISSING } from './missing-list.tsx';
import { NilReport } from './nil-report.tsx';
import { Overtaken } from './overtaken.tsx';
import { SubmitBar } from './submit-bar.tsx';
import { isUnchanged } from './unchanged.ts';

interface WriteReportProps {
  readonly task: Task;
  readonly form: ReportForm;
  readonly around: Surroundings;
  readonly draft: OpenedDraft;
  readonly onSubmitted: () => void;
}

/** The form of one report: saved field by field as it is written, handed in as a whole. */
export function WriteReport({ task, form, around, draft, onSubmitted }: WriteReportProps) {
  const { t, i18n } = useTranslation();
  const keeper = useKeeper(task.id, draft);
  const content = useStore(keeper.store, (state) => state.content);
  const missing = useMemo(
    () => missingOf(form, content, task.attachments),
    [form, content, task.attachments],
  );
  const scene = useMemo(
    () => ({ keeper, form, targets: task.targets, before: beforeOf(task, around, t('report.versionShort')) }),
    [keeper, form, task, around, t],
  );
  const [asked, setAsked] = useState(false);
  // the same words have the same key: a broken line does not hand in twice
  const last = useRef({ words: '', key: '' });
  const act = useTaskAct(task.id, async (submission: Omit<Submission, 'key'>) => {
    await keeper.flush();
    const words = JSON.stringify(submission);
    if (last.current.words !== words) last.current = { words, key: crypto.randomUUID() };
    await submit(task.id, { ...submission, key: last.current.key });
    // here and not afterwards: the form is gone as soon as the task is read anew
    keeper.drop();
    onSubmitted();
  });
  const unchanged = isUnchanged(form, content, task.versions.at(-1));
  const [again, askAgain] = useState(false);
  const handIn = (meant = false): void => {
    setAsked(true);
    const now = keeper.store.getState().content;
    if (missingOf(form, now, task.attachments).length > 0) {
      // once it is drawn
      requestAnimationFrame(() => {
        const list = document.getElementById(MISSING);
        list?.scrollIntoView({ block: 'center' });
        list?.focus({ preventScroll: true });
      });
      return;
    }
    if (!meant && isUnchanged(form, now, task.versions.at(-1))) {
      askAgain(true);
      return;
    }
    act.mutate({ content: submissionOf(now), expectedRevision: task.revision });
  };
  return (
    <FormContext value={scene}>
      <Stack gap="lg" component="section" aria-labelledby="report-form">
        <div>
          <Title order={2} size="h4" id="report-form" lang="vi">
            {form.title}
          </Title>
          {form.inferred ? (
            <Text size="xs" c="dimmed">
              {t('totals.inferred')}
            </Text>
          ) : null}
          {i18n.language === 'en' && form.indicators.length > 0 ? (
            <Text size="xs">{t('report.numberForm')}</Text>
          ) : null}
          {form.paperForbidden ? (
            <Text size="xs" c="dimmed">
              {t('report.noPaper')}
            </Text>
          ) : null}
        </div>
        <Overtaken keeper={keeper} taskId={task.id} />
        <NilReport form={form} keeper={keeper} onSubmit={() => handIn()} />
        {content.nil
          ? null
          : form.indicators.map((indicator) => <IndicatorField key={indicator.id} indicator={indicator} />)}
        {form.sections.map((section) => (
          <SectionField key={section.id} section={section} />
        ))}
        <Attachments task={task} limitBytes={draft.uploadBytes} />
        <NoteField />
        <SubmitBar
          form={form}
          keeper={keeper}
          missing={asked || task.version > 0 || content.nil ? missing : []}
          unchanged={unchanged}
          submitting={around.submitting}
          no={task.version + 1}
          busy={act.isPending}
          error={act.error}
          onSubmit={() => handIn()}
        />
      </Stack>
      {again ? (
        <Dialog
          title={t('report.submitVersion', { no: task.version + 1 })}
          close={() => askAgain(false)}
          submit={t('report.sameAgain')}
          ready
          act={{ isPending: false, error: null }}
          onSubmit={() => {
            askAgain(false);
            handIn(true);
          }}
        >
          <Text size="sm">{t('report.unchanged')}</Text>
        </Dialog>
      ) : null}
    </FormContext>
  );
}

/** What stands dimmed beside each field: the version that came back, else the period before. */
function beforeOf(task: Task, { earlier }: Surroundings, word: string) {
  const latest = task.versions.at(-1);
  if (latest !== undefined) return { label: `${word} ${latest.no}`, values: latest.values };
  return earlier === null ? null : { label: earlier.periodLabel, values: earlier.values };
}

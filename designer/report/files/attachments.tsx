import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { anchorOf, useForm } from '../fields/field-context.ts';
import type { Task } from '../api.ts';
import { AttachmentRuleBox } from './rule-box.tsx';
import { useUploads } from './use-uploads.ts';

/** The files that the form asks for, each rule a line of a checklist. */
export function Attachments({ task, limitBytes }: { readonly task: Task; readonly limitBytes: number }) {
  const { t } = useTranslation();
  const { form, keeper } = useForm();
  const uploads = useUploads(task.id, keeper);
  const chosen = useStore(keeper.store, ({ content }) => content.attachments);
  if (form.attachments.length === 0) return null;
  return (
    <Stack component="section" gap="sm" aria-labelledby={anchorOf('attachments')}>
      <Title order={3} size="h5" id={anchorOf('attachments')} tabIndex={-1}>
        {t('report.files.title')}
      </Title>
      {form.attachments.map((rule) => (
        <AttachmentRuleBox
          key={rule.kind}
          rule={rule}
          limitBytes={limitBytes}
          files={task.attachments.filter(({ id, kind }) => kind === rule.kind && chosen.includes(id))}
          sending={uploads.sending.filter(({ kind }) => kind === rule.kind)}
          uploads={uploads}
          onLeaveOut={(id) => keeper.change({ attachments: { [id]: false } })}
        />
      ))}
    </Stack>
  );
}

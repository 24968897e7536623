import {
  ActionIcon,
  Alert,
  Anchor,
  Button,
  FileButton,
  Group,
  Stack,
  Text,
  VisuallyHidden,
} from '@mantine/core';
import { IconCamera, IconCircleCheck, IconCircleDashed, IconPaperclip, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentRule } from '#model';
import type { UploadedFile } from '../api.ts';
import { acceptOf, type Misfit, misfitOf, takesPictures, withEnding } from './file-fits.ts';
import { bytesText } from './bytes-text.ts';
import classes from './files.module.css';
import { OnItsWay } from './on-its-way.tsx';
import { isRefused, type Sending, type useUploads } from './use-uploads.ts';

interface RuleBoxProps {
  readonly rule: AttachmentRule;
  readonly limitBytes: number;
  readonly files: readonly UploadedFile[];
  readonly sending: readonly Sending[];
  readonly uploads: ReturnType<typeof useUploads>;
  readonly onLeaveOut: (id: string) => void;
}

/** One line of the checklist: what is asked for, what is there, and three ways to bring it: drag, choose, photograph. */
export function AttachmentRuleBox({ rule, limitBytes, files, sending, uploads, onLeaveOut }: RuleBoxProps) {
  const { t } = useTranslation();
  const [misfits, setMisfits] = useState<readonly Misfit[]>([]);
  const [over, setOver] = useState(false);
  const there = files.length >= rule.min;
  const taken = files.length + sending.filter((one) => !isRefused(one)).length;
  const full = taken >= rule.max;
  const take = (given: readonly File[]): void => {
    const wrong: Misfit[] = [];
    let held = taken;
    for (const file of given.map(withEnding)) {
      const misfit = misfitOf(file, { rule, held, limitBytes });
      if (misfit !== null) wrong.push(misfit);
      else {
        uploads.add(rule.kind, file);
        held += 1;
      }
    }
    setMisfits(wrong);
  };
  const Mark = there ? IconCircleCheck : IconCircleDashed;
  return (
    <div
      className={classes['rule']}
      data-over={over || undefined}
      data-rule={rule.kind}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take([...event.dataTransfer.files]);
      }}
    >
      <Group gap={8} wrap="nowrap" align="flex-start">
        <Mark size={20} aria-hidden className={there ? classes['there'] : classes['wanted']} />
        <div>
          <Text size="sm" fw={600} lang="vi">
            {rule.label}
            <VisuallyHidden>: {t(there ? 'report.files.there' : 'report.files.wanted')}</VisuallyHidden>
          </Text>
          <Text size="xs" c="dimmed">
            {t('report.files.rule', {
              min: rule.min,
              max: rule.max,
              allowed: rule.extensions.map((each) => `.${each}`).join(', '),
              limit: bytesText(limitBytes),
            })}
          </Text>
        </div>
      </Group>
      <Stack gap={6} mt={6}>
        {files.map((file) => (
          <Group key={file.id} gap={6} wrap="nowrap" data-file={file.fileName}>
            <IconPaperclip size={16} aria-hidden className={classes['clip']} />
            <Anchor href={`/api/attachments/${file.id}`} size="sm" className={classes['name']} download>
              {file.fileName}
            </Anchor>
            <Text size="xs" c="dimmed" className={classes['size']}>
              {bytesText(file.bytes)}
            </Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('report.files.remove', { file: file.fileName })}
              onClick={() => onLeaveOut(file.id)}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {sending.map((one) => (
          <OnItsWay key={one.key} one={one} uploads={uploads} />
        ))}
      </Stack>
      {misfits.length > 0 ? (
        <Alert
          role="alert"
          color="red"
          mt="xs"
          p="xs"
          withCloseButton
          onClose={() => setMisfits([])}
          closeButtonLabel={t('common.close')}
        >
          {misfits.map((misfit, index) => (
            // one line for each file of one choice
            <Text key={`${misfit.kind}-${index}`} size="sm">
              {t(`report.files.${misfit.kind}`, misfit)}
            </Text>
          ))}
        </Alert>
      ) : null}
      <Group gap="xs" mt={8}>
        <FileButton
          onChange={(chosen) => take(chosen === null ? [] : Array.isArray(chosen) ? chosen : [chosen])}
          accept={acceptOf(rule)}
          multiple={rule.max > 1}
          disabled={full}
        >
          {(props) => (
            <Button
              {...props}
              disabled={full}
              variant="default"
              size="sm"
              leftSection={<IconPaperclip size={16} aria-hidden />}
              aria-label={t('report.files.chooseFor', { label: rule.label })}
            >
              {t('report.files.choose')}
            </Button>
          )}
        </FileButton>
        {takesPictures(rule) ? (
          <FileButton
            onChange={(shot) => take(shot === null ? [] : [shot])}
            accept="image/jpeg"
            capture="environment"
            disabled={full}
          >
            {(props) => (
              <Button
                {...props}
                disabled={full}
                variant="default"
                size="sm"
                leftSection={<IconCamera size={16} aria-hidden />}
                aria-label={t('report.files.shootFor', { label: rule.label })}
              >
                {t('report.files.shoot')}
              </Button>
            )}
          </FileButton>
        ) : null}
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {full ? t('report.files.full') : t('report.files.drag')}
        </Text>
      </Group>
    </div>
  );
}

import {
  Alert,
  Button,
  Group,
  List,
  Modal,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconRocket } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { atTime } from '#engine';
import { startCampaign, type StartWish, usePreview } from '../../api/starting.ts';
import { useVersion } from '../../api/definitions.ts';
import { useFindings } from '../../drawing/editor.tsx';
import { DayInput } from '../../dates/day-input.tsx';
import { UnitPicker } from '../../trial/unit-picker.tsx';
import { Failure } from '../../ui/failure.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useOpened } from '../opened.tsx';
import { Answers } from './answers.tsx';
import { asksForReason, type Answered, defaultsOf, unanswered } from './answered.ts';
import { PlanPreview } from './plan-preview.tsx';
import { useFocusBack } from '../../ui/use-focus-back.ts';

interface StartDialogProps {
  readonly version: number;
  readonly close: () => void;
}

/** What is asked before a campaign starts, and what would come of it, worked out by the engine as one types. */
export function StartDialog({ version, close }: StartDialogProps) {
  useFocusBack();
  const { t } = useTranslation();
  const { stored } = useOpened();
  // what the drawing was tried with is where one goes on
  const trial = useFindings((state) => state.trial);
  const content = useVersion(stored.id, version);
  const navigate = useNavigate();
  const [key] = useState(() => crypto.randomUUID());
  const [mode, setMode] = useState<'live' | 'rehearsal'>('rehearsal');
  const [rootUnitId, setRoot] = useState(trial.rootUnitId);
  const [title, setTitle] = useState('');
  const [startOn, setStartOn] = useState(trial.startOn);
  const [answered, answer] = useState<Answered>(trial.parameters);
  const [reason, setReason] = useState('');
  const definition = content.data?.body ?? null;
  const parameters = { ...defaultsOf(definition), ...answered };
  const missing = unanswered(definition, parameters);
  const wish: StartWish = {
    definitionId: stored.id,
    version,
    rootUnitId: rootUnitId ?? '',
    parameters,
    ...(mode === 'rehearsal' ? { startAt: atTime(startOn, '08:00') } : {}),
    ...(reason.trim() === '' ? {} : { override: { reason: reason.trim() } }),
  };
  const [asked] = useDebouncedValue(wish, 400);
  const preview = usePreview(asked, rootUnitId !== null && definition !== null && missing.length === 0);
  const needsReason = asksForReason(preview.error) || reason !== '';
  const start = useMutation({
    mutationFn: () =>
      startCampaign({ ...wish, mode, ...(title.trim() === '' ? {} : { title: title.trim() }) }, key),
    onSuccess: ({ id }) => navigate(`/campaigns/${id}`),
  });
  return (
    <Modal
      opened
      size="xl"
      onClose={close}
      title={t('editor.starting.title', { version })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {definition === null ? (
        content.isError ? (
          <Failure error={content.error} />
        ) : (
          <Waiting />
        )
      ) : (
        <Stack gap="sm">
          <SegmentedControl
            aria-label={t('editor.starting.mode')}
            value={mode}
            onChange={(value) => setMode(value === 'live' ? 'live' : 'rehearsal')}
            data={[
              { value: 'rehearsal', label: t('mode.rehearsal') },
              { value: 'live', label: t('mode.live') },
            ]}
          />
          <Text size="sm" c="dimmed">
            {t(`editor.starting.${mode}Hint`)}
          </Text>
          <Group align="flex-start" gap="sm">
            <UnitPicker
              label={t('editor.starting.root')}
              value={rootUnitId}
              at={startOn}
              onChange={setRoot}
            />
            {mode === 'rehearsal' ? (
              <DayInput ofTrial label={t('editor.starting.startOn')} value={startOn} onChange={setStartOn} />
            ) : null}
            <TextInput
              size="xs"
              flex={1}
              miw={200}
              label={t('editor.starting.name')}
              placeholder={content.data?.directive?.subject ?? definition.title}
              maxLength={300}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
          </Group>
          <Answers
            parameters={definition.parameters}
            values={parameters}
            at={startOn}
            onAnswer={(name, value) => answer((before) => ({ ...before, [name]: value }))}
          />
          {missing.length > 0 ? (
            <Alert color="blue">
              {t('editor.starting.unanswered')}
              <List size="sm">
                {missing.map(({ key: name, label }) => (
                  <List.Item key={name}>{label}</List.Item>
                ))}
              </List>
            </Alert>
          ) : null}
          {preview.isError ? <Failure error={preview.error} /> : null}
          {needsReason ? (
            <Textarea
              label={t('editor.starting.reason')}
              description={t('editor.starting.reasonHint')}
              autosize
              maxLength={2000}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          ) : null}
          {preview.isSuccess ? <PlanPreview plan={preview.data} definition={definition} /> : null}
          {preview.isFetching ? (
            <Text size="sm" c="dimmed" role="status">
              {t('editor.starting.working')}
            </Text>
          ) : null}
          {start.isError ? <Failure error={start.error} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('library.cancel')}
            </Button>
            <Button
              leftSection={<IconRocket size={16} />}
              disabled={missing.length > 0 || !preview.isSuccess || preview.isFetching}
              loading={start.isPending}
              onClick={() => start.mutate()}
            >
              {t(`editor.starting.${mode}`)}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

import { Button, Collapse, List, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Waiting } from '../ui/waiting.tsx';
import type { Surroundings, Task } from './api.ts';

/** A sheet of A4 is much code: it comes when it is asked for. */
const LetterPreview = lazy(async () => ({
  default: (await import('../letter/letter-preview.tsx')).LetterPreview,
}));

/** What this unit is to do, in the letter's words, and the letter itself. */
export function ReceivedLetter({ task, around }: { readonly task: Task; readonly around: Surroundings }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const added = task.letter?.addedTasks ?? [];
  const { directive } = around;
  return (
    <Stack gap="xs">
      {task.tasks.length + added.length === 0 ? null : (
        <List size="sm" type="ordered" lang="vi" spacing={4}>
          {task.tasks.map(({ id, text }) => (
            <List.Item key={id}>{text}</List.Item>
          ))}
          {added.map((text, index) => (
            // the order of the letter never changes
            <List.Item key={`added-${index}`}>{text}</List.Item>
          ))}
        </List>
      )}
      {directive === null ? (
        <Text size="sm" c="dimmed">
          {t('report.noLetter')}
        </Text>
      ) : (
        <>
          <div>
            <Button
              variant="default"
              size="compact-md"
              aria-expanded={open}
              onClick={() => setOpen((before) => !before)}
            >
              {t(open ? 'report.hideLetter' : 'report.showLetter')}
            </Button>
          </div>
          <Collapse expanded={open}>
            {open ? (
              <Suspense fallback={<Waiting />}>
                <LetterPreview directive={directive} />
              </Suspense>
            ) : null}
          </Collapse>
        </>
      )}
    </Stack>
  );
}

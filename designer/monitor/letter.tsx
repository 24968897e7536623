import { Button, Group, List, Stack, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Directive, PlanTask } from '#model';
import { LetterPreview } from '../letter/letter-preview.tsx';
import { PrintedLetter } from '../letter/printed-letter.tsx';

/** The directive as it was written, and the tasks that the cascade hands out. Text stays text. */
export function Letter({
  directive,
  tasks,
}: {
  readonly directive: Directive;
  readonly tasks: readonly PlanTask[];
}) {
  const { t } = useTranslation();
  const [printing, setPrinting] = useState(false);
  return (
    <Stack gap="sm" maw={820}>
      <Group justify="flex-end">
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => setPrinting(true)}
        >
          {t('letter.print')}
        </Button>
      </Group>
      <LetterPreview directive={directive} />
      {tasks.length === 0 ? null : (
        <section>
          <Title order={2} size="h5" mb="xs">
            {t('letter.tasks')}
          </Title>
          <List size="sm" type="ordered" lang="vi">
            {tasks.map((task) => (
              <List.Item key={task.id}>{task.text}</List.Item>
            ))}
          </List>
        </section>
      )}
      {printing ? <PrintedLetter directive={directive} onDone={() => setPrinting(false)} /> : null}
    </Stack>
  );
}

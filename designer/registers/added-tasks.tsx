import { ActionIcon, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../drawing/editor.tsx';
import { editLetter } from '../drawing/commands/editing.ts';
import type { Sources } from './api.ts';
import classes from './registers.module.css';

interface AddedTasksProps {
  readonly added: readonly string[];
  readonly sources: Sources;
  readonly onChange: (added: readonly string[]) => void;
}

/** Tasks of the unit's own for those below: they stand in the letter, and beside each recipient's task. */
export function AddedTasks({ added, sources, onChange }: AddedTasksProps) {
  const { t } = useTranslation();
  const { drawing } = useEditor();
  const [text, type] = useState('');
  const add = () => {
    const task = text.trim();
    if (task === '' || added.includes(task)) return;
    onChange([...added, task]);
    drawing
      .getState()
      .run(
        editLetter(
          ({ paragraphs }) => void paragraphs.splice(placeFor(paragraphs, sources), 0, lineOf(task)),
        ),
      );
    type('');
  };
  const remove = (task: string) => {
    onChange(added.filter((each) => each !== task));
    drawing.getState().run(
      editLetter((letter) => {
        const at = letter.paragraphs.indexOf(lineOf(task));
        if (at !== -1) letter.paragraphs.splice(at, 1);
      }),
    );
  };
  return (
    <Stack gap="xs" mt="md">
      <Text fw={600} size="sm">
        {t('registers.letter.added')}
      </Text>
      {added.map((task) => (
        <Group key={task} wrap="nowrap" align="flex-start" gap="xs">
          <Text size="sm" className={classes['main'] ?? ''}>
            – {task}
          </Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('form.removeOne', { label: task })}
            onClick={() => remove(task)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <div className={classes['step']}>
        <Textarea
          className={classes['grow'] ?? ''}
          size="sm"
          autosize
          minRows={1}
          maxLength={4000}
          label={t('registers.letter.newTask')}
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
        />
        <Button
          variant="light"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={text.trim() === '' || added.length >= 50}
          onClick={add}
        >
          {t('registers.letter.addTask')}
        </Button>
      </div>
    </Stack>
  );
}

/** A task ends like a sentence, as those that were generated do. */
const lineOf = (task: string): string => `- ${task}${/[.!?:…;]$/.test(task) ? '' : '.'}`;

/** After the other tasks: before what is asked to be reported, else before the closing words. */
function placeFor(paragraphs: readonly string[], sources: Sources): number {
  const reports = Object.entries(sources).flatMap(([place, { code }]) => {
    const [, at] = /^paragraphs\.(\d+)$/.exec(place) ?? [];
    return at !== undefined && (code === 'report' || code === 'deadline') ? [Number(at)] : [];
  });
  return Math.min(...reports, Math.max(0, paragraphs.length - 1));
}

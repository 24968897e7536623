import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Definition } from '#model';
import { editDefinition } from '../drawing/commands/editing.ts';
import { useDrawing, useView } from '../drawing/editor.tsx';
import { usePageTitle } from '../ui/page-title.ts';
import classes from './editor-header.module.css';

/** The title in place: committed on leaving the field or Enter, taken back by Escape. */
export function TitleField() {
  const { t } = useTranslation();
  const title = useDrawing((state) => state.present.definition.title);
  const run = useDrawing((state) => state.run);
  const readOnly = useView((state) => state.readOnly);
  // null: nothing is being typed, the field shows the drawing's own
  const [typed, type] = useState<string | null>(null);
  usePageTitle(title);
  if (readOnly) {
    return (
      <Text component="h1" fw={600} truncate className={classes['title'] ?? ''} title={title}>
        {title}
      </Text>
    );
  }
  const commit = () => {
    const read = Definition.shape.title.safeParse(typed);
    type(null);
    if (read.success && read.data !== title) {
      run(
        editDefinition((definition) => {
          definition.title = read.data;
        }),
      );
    }
  };
  return (
    <TextInput
      className={classes['title'] ?? ''}
      classNames={{ input: classes['titleInput'] ?? '' }}
      size="xs"
      aria-label={t('editor.title')}
      title={title}
      value={typed ?? title}
      maxLength={300}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') {
          event.stopPropagation();
          type(null);
        }
      }}
    />
  );
}

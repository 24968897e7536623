import { ActionIcon, Button, Group, Indicator } from '@mantine/core';
import { IconArrowLeft, IconLayoutSidebarRight, IconRocket, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useView } from '../drawing/editor.tsx';
import { ExportMenu } from '../exchange/export-menu.tsx';
import { useProblemCounts } from '../problems/use-problems.ts';
import { UndoRedo } from '../tools/undo-redo.tsx';
import classes from './editor-header.module.css';
import { MoreMenu } from './more-menu.tsx';
import { mayStart } from './may-edit.ts';
import { useOpened } from './opened.tsx';
import { usePublishing } from './publish/use-publishing.ts';
import { SaveStatus } from './save-status.tsx';
import { useStarting } from './start/starting.tsx';
import { TitleField } from './title-field.tsx';

interface EditorHeaderProps {
  readonly wide: boolean;
  readonly showSide: () => void;
}

export function EditorHeader({ wide, showSide }: EditorHeaderProps) {
  const { t } = useTranslation();
  const readOnly = useView((state) => state.readOnly);
  const { me } = useOpened();
  const { version } = usePublishing();
  const start = useStarting();
  return (
    <header className={classes['root']}>
      <ActionIcon
        component={Link}
        to="/drawings"
        variant="subtle"
        color="gray"
        aria-label={t('editor.back')}
        title={t('editor.back')}
      >
        <IconArrowLeft size={18} />
      </ActionIcon>
      <TitleField />
      {readOnly ? null : (
        <Group gap={6} wrap="nowrap">
          <SaveStatus />
          <UndoRedo />
        </Group>
      )}
      <Group gap={6} wrap="nowrap" className={classes['acts']}>
        {wide ? <ExportMenu /> : null}
        <MoreMenu />
        {mayStart(me) && version > 0 ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRocket size={16} />}
            onClick={() => start(version)}
          >
            {t('editor.start')}
          </Button>
        ) : null}
        {readOnly ? null : <PublishButton />}
        {wide ? null : (
          <ActionIcon variant="default" aria-label={t('editor.panels')} onClick={showSide}>
            <IconLayoutSidebarRight size={18} />
          </ActionIcon>
        )}
      </Group>
    </header>
  );
}

/** With errors in the drawing it leads to them instead. */
function PublishButton() {
  const { t } = useTranslation();
  const { errors } = useProblemCounts();
  const { ask, differs } = usePublishing();
  const show = useView((state) => state.show);
  const idle = errors === 0 && !differs;
  return (
    <Indicator offset={4} label={errors} size={18} color="red" disabled={errors === 0} aria-hidden={false}>
      <Button
        size="xs"
        leftSection={<IconSend size={16} />}
        // still there for the keys when nothing is left to publish: focus comes back here from the dialog
        {...(idle ? { 'data-disabled': true, 'aria-disabled': true } : {})}
        title={differs ? undefined : t('editor.nothingToPublish')}
        aria-label={errors > 0 ? t('editor.publishBlocked', { count: errors }) : t('editor.publish')}
        onClick={() => {
          if (errors > 0) show({ drawer: 'problems' });
          else if (!idle) ask();
        }}
      >
        {t('editor.publish')}
      </Button>
    </Indicator>
  );
}

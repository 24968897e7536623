import { ActionIcon, Menu, Notification, Portal } from '@mantine/core';
import { IconCopy, IconDots, IconTemplate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../drawing/editor.tsx';
import { titled } from '../library/create-own.ts';
import { useCreate } from '../library/use-create.ts';
import { Failure } from '../ui/failure.tsx';
import { mayDraw } from './may-edit.ts';
import classes from './more-menu.module.css';
import { useOpened } from './opened.tsx';

/** Copies of what is drawn right now. */
export function MoreMenu() {
  const { t } = useTranslation();
  const { me } = useOpened();
  const { drawing: store } = useEditor();
  const create = useCreate();
  if (!mayDraw(me)) return null;
  const copy = () => {
    const drawing = store.getState().present;
    create.mutate({ drawing, title: titled(drawing.definition.title, ` (${t('library.copyEnding')})`) });
  };
  const keep = () => {
    const drawing = store.getState().present;
    create.mutate({ drawing, title: titled(drawing.definition.title), template: true });
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon variant="default" size="md" loading={create.isPending} aria-label={t('editor.more')}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={16} />} onClick={copy}>
            {t('library.copy')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTemplate size={16} />} onClick={keep}>
            {t('library.saveAsTemplate')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Portal>
        <div className={classes['said']} role="status">
          {create.isError ? <Failure error={create.error} /> : null}
          {create.data?.template === true ? (
            <Notification
              withBorder
              onClose={() => create.reset()}
              closeButtonProps={{ 'aria-label': t('common.close') }}
            >
              {t('editor.keptAsTemplate', { title: create.data.title })}
            </Notification>
          ) : null}
        </div>
      </Portal>
    </>
  );
}

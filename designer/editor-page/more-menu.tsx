import { ActionIcon, Menu, Notification, Portal } from '@mantine/core';
import { IconCopy, IconDots, IconFileImport, IconTemplate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDrawing, useView } from '../drawing/editor.tsx';
import { useImport } from '../exchange/use-import.tsx';
import { titled } from '../library/create-own.ts';
import { useCreate } from '../library/use-create.ts';
import { Failure } from '../ui/failure.tsx';
import { mayDraw } from './may-edit.ts';
import classes from './more-menu.module.css';
import { useOpened } from './opened.tsx';

/** What is done seldom: another file in this drawing's place, copies of what is drawn right now. */
export function MoreMenu() {
  const { t } = useTranslation();
  const { me } = useOpened();
  const drawing = useDrawing((state) => state.present);
  const readOnly = useView((state) => state.readOnly);
  const create = useCreate();
  const { choose, dialog } = useImport();
  const { title } = drawing.definition;
  if (!mayDraw(me)) return null;
  const copy = () => create.mutate({ drawing, title: titled(title, ` (${t('library.copyEnding')})`) });
  const keep = () => create.mutate({ drawing, title: titled(title), template: true });
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size="md" loading={create.isPending} aria-label={t('editor.more')}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {readOnly ? null : (
            <Menu.Item leftSection={<IconFileImport size={16} />} onClick={choose}>
              {t('exchange.import')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconCopy size={16} />} onClick={copy}>
            {t('library.copy')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTemplate size={16} />} onClick={keep}>
            {t('library.saveAsTemplate')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog}
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

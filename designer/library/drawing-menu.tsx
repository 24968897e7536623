import { ActionIcon, Menu } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconCopy, IconDots, IconTemplate, IconTemplateOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type DefinitionListed, offerTemplate, readDefinition } from '../api/definitions.ts';
import type { Me } from '../api/session.ts';
import { isMine, isShipped, mayDraw } from '../editor-page/may-edit.ts';
import { Failure } from '../ui/failure.tsx';
import { titled } from './create-own.ts';
import { useCreate } from './use-create.ts';

interface DrawingMenuProps {
  readonly drawing: DefinitionListed;
  readonly me: Me;
}

/** What can be done with a drawing or a template without opening it. */
export function DrawingMenu({ drawing, me }: DrawingMenuProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const create = useCreate();
  const copy = useMutation({
    mutationFn: async ({ template }: { readonly template: boolean }) => {
      const { draft, directive, title } = await readDefinition(drawing.id);
      const ending = template ? '' : ` (${t('library.copyEnding')})`;
      await create.mutateAsync({
        drawing: { definition: draft, directive },
        title: titled(title, ending),
        template,
      });
    },
  });
  const takeOut = useMutation({
    mutationFn: () => offerTemplate(drawing.id, false),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['definitions'] }),
  });
  if (!mayDraw(me)) return null;
  const mine = isMine(me, drawing) && !isShipped(drawing);
  const error = copy.error ?? takeOut.error;
  return (
    <>
      <Menu position="bottom-end" withinPortal withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            loading={copy.isPending || takeOut.isPending}
            aria-label={t('library.more', { title: drawing.title })}
          >
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => copy.mutate({ template: false })}>
            {t('library.copy')}
          </Menu.Item>
          {drawing.template ? null : (
            <Menu.Item
              leftSection={<IconTemplate size={16} />}
              onClick={() => copy.mutate({ template: true })}
            >
              {t('library.saveAsTemplate')}
            </Menu.Item>
          )}
          {drawing.template && mine ? (
            <Menu.Item leftSection={<IconTemplateOff size={16} />} onClick={() => takeOut.mutate()}>
              {t('library.takeOut')}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {error === null ? null : <Failure error={error} />}
    </>
  );
}

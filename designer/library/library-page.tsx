import { Alert, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileImport, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDefinitions } from '../api/definitions.ts';
import { useMe } from '../api/session.ts';
import { isUnreadable } from '../api/unreadable.ts';
import { isMine, isShipped, mayDraw } from '../editor-page/may-edit.ts';
import { Failure } from '../ui/failure.tsx';
import { usePageTitle } from '../ui/page-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { DrawingList } from './drawing-list.tsx';
import { Gallery } from './gallery.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { NewDrawing } from './new-drawing.tsx';

/** `/drawings`: what my unit draws, and the templates to begin from. */
export function LibraryPage() {
  const { t } = useTranslation();
  usePageTitle(t('library.title'));
  const me = useMe();
  const [typed, type] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 250);
  const [dialog, open] = useState<'new' | 'import' | null>(null);
  const found = useDefinitions(text);
  if (me.data === undefined) return <Waiting />;
  const may = mayDraw(me.data);
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const drawings = items.filter(({ template }) => !template);
  const templates = items.filter(({ template }) => template);
  const mine = drawings.filter((each) => me.data !== undefined && isMine(me.data, each));
  const others = drawings.filter((each) => !mine.includes(each));
  return (
    <Stack maw={1200} mx="auto" gap="lg">
      <Group justify="space-between">
        <Title order={1} size="h2">
          {t('library.title')}
        </Title>
        {may ? (
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconFileImport size={18} />}
              onClick={() => open('import')}
            >
              {t('library.import')}
            </Button>
            <Button leftSection={<IconPlus size={18} />} onClick={() => open('new')}>
              {t('library.new')}
            </Button>
          </Group>
        ) : null}
      </Group>
      {may ? null : <Alert color="blue">{t('library.readOnly')}</Alert>}
      <TextInput
        type="search"
        maw={420}
        leftSection={<IconSearch size={16} />}
        placeholder={t('library.search')}
        aria-label={t('library.search')}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
      />
      {found.isPending ? (
        <Waiting />
      ) : isUnreadable(found) ? (
        <Failure error={found.error} retry={() => void found.refetch()} />
      ) : (
        <>
          <Section title={t('library.mine')}>
            {mine.length > 0 ? (
              <DrawingList items={mine} me={me.data} />
            ) : (
              <Text c="dimmed">
                {t(text !== '' ? 'library.noMatch' : may ? 'library.emptyMine' : 'library.emptyRead')}
              </Text>
            )}
          </Section>
          {others.length > 0 ? (
            <Section title={t('library.others')}>
              <DrawingList items={others} me={me.data} />
            </Section>
          ) : null}
          <Section title={t('library.templates')}>
            {templates.length > 0 ? (
              <Gallery
                items={[...templates].sort((a, b) => Number(isShipped(a)) - Number(isShipped(b)))}
                me={me.data}
              />
            ) : (
              <Text c="dimmed">{t('library.noMatch')}</Text>
            )}
          </Section>
          {found.hasNextPage ? (
            <Button
              variant="default"
              loading={found.isFetchingNextPage}
              onClick={() => void found.fetchNextPage()}
            >
              {t('common.more')}
            </Button>
          ) : null}
        </>
      )}
      {dialog === 'new' ? <NewDrawing close={() => open(null)} /> : null}
      {dialog === 'import' ? <ImportDialog close={() => open(null)} /> : null}
    </Stack>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <Stack component="section" gap="sm" aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      {children}
    </Stack>
  );
}

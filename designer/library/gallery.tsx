import { Anchor, Badge, Button, Card, Group, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type DefinitionListed, type StoredDefinition, useStoredDefinitions } from '../api/definitions.ts';
import type { Me } from '../api/session.ts';
import { isShipped, mayDraw } from '../editor-page/may-edit.ts';
import { Failure } from '../ui/failure.tsx';
import { DrawingMenu } from './drawing-menu.tsx';
import { LevelPicture } from './level-picture.tsx';
import { sourceOf } from './source.ts';
import { titled } from './create-own.ts';
import { useCreate } from './use-create.ts';

interface GalleryProps {
  readonly items: readonly DefinitionListed[];
  readonly me: Me;
}

/** Own templates first, then those that ship with the product and the letters they were made from. */
export function Gallery({ items, me }: GalleryProps) {
  const contents = useStoredDefinitions(items.map(({ id }) => id));
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
      {items.map((each, index) => (
        <TemplateCard key={each.id} listed={each} content={contents[index]?.data ?? null} me={me} />
      ))}
    </SimpleGrid>
  );
}

interface TemplateCardProps {
  readonly listed: DefinitionListed;
  /** Null until it has arrived. */
  readonly content: StoredDefinition | null;
  readonly me: Me;
}

function TemplateCard({ listed, content, me }: TemplateCardProps) {
  const { t } = useTranslation();
  const create = useCreate();
  const use = ({ draft, directive, title }: StoredDefinition) =>
    create.mutate({ drawing: { definition: draft, directive }, title: titled(title) });
  return (
    <Card withBorder padding="md">
      <Stack gap="xs" h="100%">
        {content === null ? <Skeleton height={136} /> : <LevelPicture nodes={content.draft.nodes} />}
        <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
          <Anchor component={Link} to={`/drawings/${listed.id}`} fw={600} c="inherit" lineClamp={3}>
            {listed.title}
          </Anchor>
          <DrawingMenu drawing={listed} me={me} />
        </Group>
        {content === null ? <Skeleton height={40} /> : <Source content={content} />}
        <Group justify="space-between" mt="auto" gap="xs">
          <Badge variant={isShipped(listed) ? 'default' : 'light'}>
            {isShipped(listed) ? t('library.shipped') : (listed.ownerName ?? '')}
          </Badge>
          {mayDraw(me) ? (
            <Button
              size="xs"
              variant="light"
              disabled={content === null}
              loading={create.isPending}
              aria-label={t('library.useOf', { title: listed.title })}
              onClick={() => (content === null ? undefined : use(content))}
            >
              {t('library.use')}
            </Button>
          ) : null}
        </Group>
        {create.isError ? <Failure error={create.error} /> : null}
      </Stack>
    </Card>
  );
}

/** The letter it was made from; a drawing without one says what it is for. */
function Source({ content }: { readonly content: StoredDefinition }) {
  const { t } = useTranslation();
  const { directive, draft } = content;
  if (directive === null) {
    return (
      <Text size="sm" c="dimmed" lineClamp={3}>
        {draft.summary}
      </Text>
    );
  }
  const { code, known, date } = sourceOf(directive);
  return (
    <Stack gap={2}>
      <Text size="sm">
        {[code, directive.issuingBody, known === null ? null : t(`library.dated_${known}`, { date })]
          .filter((part) => part !== null)
          .join(' · ')}
      </Text>
      <Text size="sm" c="dimmed" lineClamp={2}>
        {t('library.about', { subject: directive.subject })}
      </Text>
    </Stack>
  );
}

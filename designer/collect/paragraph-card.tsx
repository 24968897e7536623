import { ActionIcon, Alert, Badge, Button, Checkbox, Group, Paper, Text, Textarea } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isEdited } from '#model';
import classes from './collect.module.css';
import { changed, lookedAt, merged, moved, type Working } from './paragraphs.ts';
import type { SectionWork } from './use-section.ts';

interface ParagraphActs {
  readonly pick: (picked: boolean) => void;
  readonly type: (text: string) => void;
  readonly move: (by: -1 | 1) => void;
  readonly merge: () => void;
  readonly remove: () => void;
  /** With true the new text is taken over, with false the old one kept. */
  readonly look: (take: boolean) => void;
}

interface ParagraphCardProps {
  readonly paragraph: Working;
  readonly first: boolean;
  readonly last: boolean;
  /** Null: only to be read. */
  readonly write: SectionWork['write'] | null;
}

function actsOn(id: string, write: SectionWork['write']): ParagraphActs {
  const on = (change: (paragraph: Working) => Working): void => write((all) => changed(all, id, change));
  return {
    pick: (picked) => on((each) => ({ ...each, picked })),
    type: (text) => on((each) => ({ ...each, text })),
    move: (by) => write((all) => moved(all, id, by)),
    merge: () => write((all) => merged(all, id)),
    remove: () => write((all) => all.filter((each) => each.id !== id)),
    look: (take) => on((each) => lookedAt(each, take)),
  };
}

/** What came from below is left out, not removed: it would come again as something new. */
const isRemovable = ({ sources, changes }: Working): boolean =>
  sources.every(({ key }) => changes.some((change) => change.key === key && change.now === null));

/**
 * One paragraph with the units it came from; what was changed is marked, the original stays to be seen. A field that
 * grows measures itself each time it is drawn, so of dozens only the one that is written in is drawn anew.
 */
export const ParagraphCard = memo(function ParagraphCard(props: ParagraphCardProps) {
  const { paragraph, first, last, write } = props;
  const acts = write === null ? null : actsOn(paragraph.id, write);
  const { t } = useTranslation();
  const [showing, show] = useState(false);
  const { picked, text, sources } = paragraph;
  const who = sources.map(({ unitName }) => unitName).join(', ');
  const label = sources.length === 0 ? t('collect.narrative.ownParagraph') : who;
  return (
    <Paper withBorder p="sm" className={classes['paragraph'] ?? ''} data-picked={picked}>
      <Group justify="space-between" gap="xs" mb={6} wrap="nowrap" align="flex-start">
        <Group gap="xs">
          <Checkbox
            checked={picked}
            disabled={acts === null}
            onChange={(event) => acts?.pick(event.currentTarget.checked)}
            label={label}
            aria-label={t('collect.narrative.pick', { unit: label })}
          />
          {sources.length > 0 && isEdited(paragraph) ? (
            <Badge variant="light" color="orange">
              {t('collect.narrative.edited')}
            </Badge>
          ) : null}
          {sources.length > 1 ? (
            <Badge variant="light">{t('collect.narrative.mergedOf', { count: sources.length })}</Badge>
          ) : null}
          {sources.flatMap(({ viaUnitName, key }) =>
            viaUnitName === null ? (
              []
            ) : (
              <Text key={key} size="xs" c="dimmed">
                {t('monitor.via', { unit: viaUnitName })}
              </Text>
            ),
          )}
        </Group>
        {acts === null ? null : (
          <Group gap={4} wrap="nowrap">
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={first}
              aria-label={t('collect.narrative.up', { unit: label })}
              onClick={() => acts.move(-1)}
            >
              <IconArrowUp size={18} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={last}
              aria-label={t('collect.narrative.down', { unit: label })}
              onClick={() => acts.move(1)}
            >
              <IconArrowDown size={18} aria-hidden />
            </ActionIcon>
            {isRemovable(paragraph) ? (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('collect.narrative.remove', { unit: label })}
                onClick={acts.remove}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            ) : null}
          </Group>
        )}
      </Group>
      <Changes paragraph={paragraph} acts={acts} />
      {acts === null ? (
        <Text className={classes['text'] ?? ''}>{text}</Text>
      ) : (
        <Textarea
          aria-label={t('collect.narrative.textOf', { unit: label })}
          autosize
          minRows={2}
          maxRows={16}
          maxLength={20_000}
          value={text}
          onChange={(event) => acts.type(event.currentTarget.value)}
        />
      )}
      <Group gap="xs" mt={6}>
        {acts !== null && !first ? (
          <Button size="compact-sm" variant="subtle" onClick={acts.merge}>
            {t('collect.narrative.merge')}
          </Button>
        ) : null}
        {sources.length > 0 && isEdited(paragraph) ? (
          <Button size="compact-sm" variant="subtle" aria-expanded={showing} onClick={() => show(!showing)}>
            {t(showing ? 'collect.narrative.hideOriginal' : 'collect.narrative.original')}
          </Button>
        ) : null}
      </Group>
      {showing
        ? sources.map((source) => (
            <Text key={source.key} size="sm" c="dimmed" className={classes['text'] ?? ''}>
              {t('collect.narrative.originalOf', { unit: source.unitName, no: source.version })} {source.text}
            </Text>
          ))
        : null}
    </Paper>
  );
});

/** The source is not what it was: old and new, and the choice between them. */
function Changes({
  paragraph,
  acts,
}: Pick<ParagraphCardProps, 'paragraph'> & { readonly acts: ParagraphActs | null }) {
  const { t } = useTranslation();
  if (paragraph.changes.length === 0) return null;
  const gone = paragraph.changes.filter(({ now }) => now === null);
  const renewed = paragraph.changes.flatMap(({ key, now }) => (now === null ? [] : [{ key, now }]));
  const nameOf = (key: string): string => paragraph.sources.find((each) => each.key === key)?.unitName ?? '';
  return (
    <Alert color="orange" mb="xs" title={t('collect.narrative.changed')}>
      {gone.map(({ key }) => (
        <Text key={key} size="sm">
          {t('collect.narrative.gone', { unit: nameOf(key) })}
        </Text>
      ))}
      {renewed.map(({ key, now }) => (
        <div key={key}>
          <Text size="sm" fw={600}>
            {t('collect.narrative.newer', { unit: now.unitName, no: now.version })}
          </Text>
          <Text size="sm" className={`${classes['text']} ${classes['old']}`}>
            {paragraph.sources.find((each) => each.key === key)?.text}
          </Text>
          <Text size="sm" className={classes['text'] ?? ''}>
            {now.text}
          </Text>
        </div>
      ))}
      {acts === null || renewed.length === 0 ? null : (
        <Group gap="xs" mt="xs">
          <Button size="xs" onClick={() => acts.look(true)}>
            {t('collect.narrative.takeNew')}
          </Button>
          <Button size="xs" variant="default" onClick={() => acts.look(false)}>
            {t('collect.narrative.keepOld')}
          </Button>
        </Group>
      )}
    </Alert>
  );
}

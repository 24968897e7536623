import { Alert, Button, Collapse, Group, Paper, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { printedNarrative } from '#model';
import { dateTime } from '../ui/dates.ts';
import { actorText } from '../report/who-text.ts';
import { Failure } from '../ui/failure.tsx';
import type { Desk, Narrative, Section } from './api.ts';
import classes from './collect.module.css';
import { ParagraphCard } from './paragraph-card.tsx';
import { taken, unused, written } from './paragraphs.ts';
import { type SectionWork, useSection } from './use-section.ts';

/** Fields that grow with their text are costly: a national campaign gathers hundreds. */
const AT_ONCE = 40;

interface NarrativeSectionProps {
  readonly desk: Desk;
  readonly section: Section;
  readonly narrative: Narrative;
  readonly mayWrite: boolean;
}

export function NarrativeSection({ desk, section, narrative, mayWrite }: NarrativeSectionProps) {
  const { t } = useTranslation();
  const work = useSection({ desk, section, mayWrite }, narrative);
  const { paragraphs, write } = work;
  const [limit, setLimit] = useState(AT_ONCE);
  const rest = unused(narrative, paragraphs);
  const fresh = rest.filter(({ behind }) => !behind);
  const behind = rest.filter((each) => each.behind);
  // a key shows at once, however long the whole text is
  const printed = printedNarrative(useDeferredValue(paragraphs));
  return (
    <Stack gap="sm">
      <SaveLine work={work} narrative={narrative} />
      {work.takenBackAt === null ? null : (
        <Text size="sm">{t('collect.narrative.takenBack', { at: dateTime(work.takenBackAt) })}</Text>
      )}
      {paragraphs.length === 0 && fresh.length === 0 ? (
        <Text c="dimmed">{t('collect.narrative.nothing')}</Text>
      ) : null}
      <Offered
        title={t('collect.narrative.fresh', { count: fresh.length })}
        texts={fresh}
        take={mayWrite ? (text) => write((all) => taken(all, text)) : null}
        opened
      />
      {paragraphs.slice(0, limit).map((paragraph, index) => (
        <ParagraphCard
          key={paragraph.id}
          paragraph={paragraph}
          first={index === 0}
          last={index + 1 === paragraphs.length}
          write={mayWrite ? write : null}
        />
      ))}
      <More left={paragraphs.length - limit} more={() => setLimit(limit + AT_ONCE)} />
      {mayWrite ? (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              setLimit(paragraphs.length + 1);
              write(written);
            }}
          >
            {t('collect.narrative.own')}
          </Button>
        </div>
      ) : null}
      <Offered
        title={t('collect.narrative.behind', { count: behind.length })}
        texts={behind}
        take={mayWrite ? (text) => write((all) => taken(all, text)) : null}
        opened={false}
      />
      <section aria-label={t('collect.narrative.printed')}>
        <Text size="sm" fw={600} mb={4}>
          {t('collect.narrative.printed')}
        </Text>
        <Text className={classes['printed'] ?? ''}>
          {printed === '' ? t('collect.narrative.empty') : printed}
        </Text>
      </section>
    </Stack>
  );
}

/** Whether what is seen is saved, by whom and when; a second writer is told before anything is lost. */
function SaveLine({ work, narrative }: { readonly work: SectionWork; readonly narrative: Narrative }) {
  const { t } = useTranslation();
  if (work.state === 'failed') {
    return (
      <Stack gap="xs">
        <Failure error={work.error}>
          {work.conflict ? null : <Text size="sm">{t('collect.narrative.here')}</Text>}
        </Failure>
        {work.conflict ? (
          <section aria-label={t('collect.narrative.theirText')}>
            <Text size="sm" fw={600} mb={4}>
              {t('collect.narrative.theirText')}
            </Text>
            <Text className={classes['printed'] ?? ''}>
              {narrative.printed === '' ? t('collect.narrative.empty') : narrative.printed}
            </Text>
          </section>
        ) : null}
        <Group gap="xs">
          {work.conflict ? (
            <>
              <Button size="xs" variant="default" onClick={work.giveUp}>
                {t('collect.narrative.theirs')}
              </Button>
              <Button size="xs" variant="default" onClick={work.overwrite}>
                {t('collect.narrative.mine')}
              </Button>
            </>
          ) : (
            <Button size="xs" variant="default" onClick={work.saveAgain}>
              {t('error.retry')}
            </Button>
          )}
        </Group>
      </Stack>
    );
  }
  return (
    <Text size="xs" c="dimmed" role="status">
      {work.state !== 'saved'
        ? t('collect.narrative.saving')
        : narrative.updatedAt === null
          ? t('collect.narrative.untouched')
          : t('collect.narrative.saved', {
              who: actorText(t, narrative.updatedByName, null),
              at: dateTime(narrative.updatedAt),
            })}
    </Text>
  );
}

function More({ left, more }: { readonly left: number; readonly more: () => void }) {
  const { t } = useTranslation();
  if (left <= 0) return null;
  return (
    <div>
      <Button variant="default" onClick={more}>
        {t('collect.narrative.more', { count: left })}
      </Button>
    </div>
  );
}

interface OfferedProps {
  readonly title: string;
  readonly texts: Narrative['available'];
  readonly take: ((text: Narrative['available'][number]) => void) | null;
  readonly opened: boolean;
}

/** Texts from below that stand in no paragraph. */
function Offered({ title, texts, take, opened }: OfferedProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(opened);
  const [limit, setLimit] = useState(AT_ONCE);
  if (texts.length === 0) return null;
  return (
    <Alert color={opened ? 'orange' : 'gray'} title={title}>
      {opened ? null : (
        <Button size="compact-sm" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'collect.narrative.hide' : 'collect.narrative.show')}
        </Button>
      )}
      <Collapse expanded={open}>
        <Stack gap="xs" mt="xs">
          {texts.slice(0, limit).map((text) => (
            <Paper key={text.key} withBorder p="xs">
              <Text size="sm" fw={600}>
                {text.unitName}
              </Text>
              <Text size="sm" className={classes['text'] ?? ''}>
                {text.text}
              </Text>
              {take === null ? null : (
                <Button size="compact-sm" variant="light" mt={4} onClick={() => take(text)}>
                  {t('collect.narrative.take')}
                </Button>
              )}
            </Paper>
          ))}
          <More left={texts.length - limit} more={() => setLimit(limit + AT_ONCE)} />
        </Stack>
      </Collapse>
    </Alert>
  );
}

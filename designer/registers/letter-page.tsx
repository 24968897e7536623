import { Anchor, Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { periodName } from '#model/period-name';
import { isUnreadable } from '../api/unreadable.ts';
import { LetterPreview } from '../letter/letter-preview.tsx';
import { RehearsalBadge } from '../ui/rehearsal-badge.tsx';
import { Failure } from '../ui/failure.tsx';
import { usePageTitle } from '../ui/page-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { type Letter, useLetter } from './api.ts';
import { codeOf } from './code-words.ts';
import { LetterActs } from './letter-acts.tsx';
import { LetterFacts } from './letter-facts.tsx';
import { LetterWork } from './letter-work.tsx';
import classes from './registers.module.css';

const COLOUR = {
  draft: 'gray',
  submitted: 'blue',
  approved: 'indigo',
  returned: 'orange',
  issued: 'pine',
  withdrawn: 'gray',
} as const;

/** One letter of the house: written, approved, issued, read. */
export function LetterPage() {
  const { t } = useTranslation();
  const { letterId = '' } = useParams();
  const found = useLetter(letterId);
  const [round, begin] = useState(0);
  usePageTitle(found.data?.document.subject ?? t('registers.letter.title'));
  if (found.isPending) return <Waiting />;
  if (isUnreadable(found)) return <Failure error={found.error} retry={() => void found.refetch()} />;
  const letter = found.data;
  return (
    <Stack maw={1300} mx="auto" gap="sm">
      <Head letter={letter} />
      {letter.may.edit ? (
        // another's change makes another letter to begin with
        <LetterWork
          key={`${letter.id}/${letter.state}/${round}`}
          letter={letter}
          // with what the server has: the form keeps what it began with
          reload={() => void found.refetch().then(() => begin(round + 1))}
        />
      ) : (
        <>
          <LetterActs
            letter={letter}
            directive={letter.document}
            flush={() => Promise.resolve(letter.revision)}
          />
          <div className={classes['reading']}>
            <div className={classes['readingColumns']}>
              <section aria-label={t('registers.letter.sheet')}>
                <LetterPreview directive={letter.document} />
              </section>
              <LetterFacts letter={letter} />
            </div>
          </div>
        </>
      )}
    </Stack>
  );
}

function Head({ letter }: { readonly letter: Letter }) {
  const { t } = useTranslation();
  const { document, state, mode, kind } = letter;
  const period = periodName(letter);
  return (
    <div>
      <Group gap={6} mb={4}>
        <Badge variant="light" color={COLOUR[state]} autoContrast>
          {t(`registers.state.${state}`)}
        </Badge>
        {state === 'submitted' && letter.stepCount > 1 ? (
          <Badge variant="default">
            {t('registers.letter.stepOf', { step: letter.step + 1, count: letter.stepCount })}
          </Badge>
        ) : null}
        {mode === 'rehearsal' ? <RehearsalBadge /> : null}
      </Group>
      <Title order={1} size="h3">
        {state === 'issued' ? `${document.documentType} ${codeOf(document)}` : t(`registers.kind.${kind}`)}
      </Title>
      <Text size="sm" c="dimmed">
        <Anchor component={Link} to={`/campaigns/${letter.campaignId}`} size="sm">
          {letter.campaignTitle}
        </Anchor>
        {period === null ? null : ` · ${period}`}
      </Text>
    </div>
  );
}

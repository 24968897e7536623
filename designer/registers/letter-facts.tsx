import { Card, Spoiler, Text, Timeline, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../ui/dates.ts';
import { count } from '../ui/numbers.ts';
import { actorText } from '../report/who-text.ts';
import type { Letter, LetterStep } from './api.ts';
import classes from './registers.module.css';

/** Of the small text, in pixels. */
const THREE_LINES = 61;

/** Whom it reaches, and the way it has gone: steps, who, when. */
export function LetterFacts({ letter }: { readonly letter: Letter }) {
  const { t, i18n } = useTranslation();
  const { reach, approvers, steps } = letter;
  const rest = reach.count - reach.names.length;
  return (
    <div className={classes['letterFacts']}>
      <Card withBorder component="section" aria-labelledby="reach">
        <Title order={2} size="h5" id="reach">
          {t(letter.state === 'issued' ? 'registers.letter.reached' : 'registers.letter.reaches', {
            count: reach.count,
          })}
        </Title>
        {reach.names.length === 0 ? null : (
          <Spoiler
            maxHeight={THREE_LINES}
            showLabel={t('registers.letter.allNames')}
            hideLabel={t('registers.letter.fewerNames')}
            className={classes['names'] ?? ''}
          >
            <Text size="sm">
              {reach.names.join('; ')}
              {rest > 0 ? ` ${t('registers.letter.more', { count: count(rest, i18n.language) })}` : ''}
            </Text>
          </Spoiler>
        )}
        {letter.addedTasks.length === 0 ? null : (
          <>
            <Text size="sm" fw={600} mt="xs">
              {t('registers.letter.added')}
            </Text>
            {letter.addedTasks.map((task) => (
              <Text key={task} size="sm">
                – {task}
              </Text>
            ))}
          </>
        )}
      </Card>
      {/* the way within another house is not told */}
      {letter.state === 'issued' && steps.length === 0 ? null : (
        <Card withBorder component="section" aria-labelledby="way">
          <Title order={2} size="h5" id="way">
            {t('registers.letter.way')}
          </Title>
          <Timeline active={steps.length} bulletSize={14} lineWidth={2}>
            <Timeline.Item>
              <Text size="sm">
                {t('registers.step.drafted')}: {actorText(t, letter.draftedByName, letter.draftedForName)},{' '}
                {dateTime(letter.draftedAt)}
              </Text>
            </Timeline.Item>
            {steps.map((step) => (
              <Timeline.Item key={step.id}>
                <Step step={step} />
              </Timeline.Item>
            ))}
            {letter.state === 'submitted' ? (
              <Timeline.Item>
                <Text size="sm" c="dimmed">
                  {approvers.length === 0
                    ? t('registers.letter.nobodyLeft')
                    : t('registers.letter.waitsFor', { names: approvers.map(({ name }) => name).join('; ') })}
                </Text>
              </Timeline.Item>
            ) : null}
          </Timeline>
        </Card>
      )}
    </div>
  );
}

function Step({ step }: { readonly step: LetterStep }) {
  const { t } = useTranslation();
  const who = actorText(t, step.byName, step.onBehalfOfName);
  return (
    <>
      <Text size="sm">
        {t(`registers.step.${step.act}`)}: {who}, {dateTime(step.at)}
      </Text>
      {step.comment === '' ? null : (
        <Text size="sm" c="dimmed">
          “{step.comment}”
        </Text>
      )}
    </>
  );
}

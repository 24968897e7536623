import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../ui/dates.ts';
import type { Surroundings, Task } from './api.ts';
import { ExtensionLine } from './extension/extension-line.tsx';
import { type HistoryLine, historyOf } from './history-lines.ts';
import classes from './task-page.module.css';
import { actorText } from './who-text.ts';

/** What happened to this task: handed in, returned and why, reminded, given more time. */
export function History({ task, around }: { readonly task: Task; readonly around: Surroundings }) {
  const { t } = useTranslation();
  const lines = historyOf(task, around);
  if (lines.length === 0) return <Text c="dimmed">{t('report.history.none')}</Text>;
  return (
    <ol className={classes['history']}>
      {lines.map((line, index) => (
        // lines of one reading; nothing is edited in them
        <li key={`${line.kind}-${line.at}-${index}`}>
          {line.kind === 'extension' ? (
            <ExtensionLine extension={line.extension} />
          ) : (
            <>
              <Words line={line} />
              <Text size="xs" c="dimmed">
                {dateTime(line.at)}
              </Text>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

function Words({ line }: { readonly line: Exclude<HistoryLine, { kind: 'extension' }> }) {
  const { t } = useTranslation();
  switch (line.kind) {
    case 'acknowledged':
      return (
        <Text size="sm">
          {t('report.history.acknowledged', { name: actorText(t, line.name, line.forName) })}
        </Text>
      );
    case 'submitted': {
      const { no, kind, submittedByName, onBehalfOfName } = line.version;
      const name = actorText(t, submittedByName, onBehalfOfName);
      return <Text size="sm">{t('report.history.submitted', { no, name, kind })}</Text>;
    }
    case 'decided': {
      const { no, decidedByName, decidedForName, reason } = line.version;
      const name = actorText(t, decidedByName, decidedForName);
      return (
        <>
          <Text size="sm">
            {t(reason === null ? 'report.history.accepted' : 'report.history.returned', { no, name })}
          </Text>
          {reason === null ? null : (
            <Text size="sm" fs="italic" lang="vi">
              {reason}
            </Text>
          )}
        </>
      );
    }
    case 'told':
      return <Text size="sm">{t('report.told', { kind: line.notice })}</Text>;
  }
}

import { ActionIcon, Button, Group, Select, Stack, Text, Tooltip } from '@mantine/core';
import { IconEye, IconRocket } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVersions, type VersionListed } from '../api/definitions.ts';
import { isUnreadable } from '../api/unreadable.ts';
import { dateTime } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { mayStart } from './may-edit.ts';
import { useOpened } from './opened.tsx';
import { usePublishing } from './publish/use-publishing.ts';
import { useStarting } from './start/starting.tsx';
import classes from './versions-panel.module.css';
import { VersionView } from './versions/version-view.tsx';

/** The draft counts as a version here; a published one never is 0. */
const DRAFT = 0;

/** What was published, when and by whom; any two compared, one restored, one started. */
export function VersionsPanel() {
  const { t } = useTranslation();
  const { stored } = useOpened();
  const versions = useVersions(stored.id);
  const [view, setView] = useState<{ readonly before: number | null; readonly after: number } | null>(null);
  if (versions.isPending) return <Waiting />;
  if (isUnreadable(versions)) return <Failure error={versions.error} retry={() => void versions.refetch()} />;
  const { items } = versions.data;
  return (
    <Stack gap="sm">
      <Draft />
      {items.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('editor.versions.none')}
        </Text>
      ) : (
        <>
          <ul className={classes['list']}>
            {items.map((each) => (
              <Row
                key={each.version}
                version={each}
                look={() => setView({ before: null, after: each.version })}
              />
            ))}
          </ul>
          <Compare key={items[0]?.version} versions={items.map(({ version }) => version)} compare={setView} />
        </>
      )}
      {view === null ? null : <VersionView {...view} close={() => setView(null)} />}
    </Stack>
  );
}

function Draft() {
  const { t } = useTranslation();
  const { version, differs, published } = usePublishing();
  const known = version === 0 || published !== null;
  return (
    <Text size="sm" fw={600}>
      {t('editor.versions.draft')}
      {known ? (
        <Text span size="sm" c="dimmed" fw={400}>
          {' '}
          {t(
            version === 0
              ? 'editor.versions.neverPublished'
              : differs
                ? 'editor.versions.differs'
                : 'editor.versions.same',
            {
              version,
            },
          )}
        </Text>
      ) : null}
    </Text>
  );
}

function Row({
  version: { version, publishedAt, publishedByName },
  look,
}: {
  readonly version: VersionListed;
  readonly look: () => void;
}) {
  const { t } = useTranslation();
  const { me } = useOpened();
  const start = useStarting();
  return (
    <li className={classes['row']}>
      <div className={classes['text']}>
        <Text size="sm" fw={600}>
          {t('library.version', { version })}
        </Text>
        <Text size="xs" c="dimmed">
          {dateTime(publishedAt)}
          {publishedByName === null ? null : ` · ${publishedByName}`}
        </Text>
      </div>
      <Group gap={2} wrap="nowrap">
        <Act label={t('editor.versions.look', { version })} act={look}>
          <IconEye size={16} />
        </Act>
        {mayStart(me) ? (
          <Act label={t('editor.versions.start', { version })} act={() => start(version)}>
            <IconRocket size={16} />
          </Act>
        ) : null}
      </Group>
    </li>
  );
}

interface ActProps {
  readonly label: string;
  readonly act: () => void;
  readonly children: React.ReactNode;
}

const Act = ({ label, act, children }: ActProps) => (
  <Tooltip label={label} openDelay={400}>
    <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={act}>
      {children}
    </ActionIcon>
  </Tooltip>
);

interface CompareProps {
  readonly versions: readonly number[];
  readonly compare: (pair: { readonly before: number; readonly after: number }) => void;
}

function Compare({ versions, compare }: CompareProps) {
  const { t } = useTranslation();
  const { differs } = usePublishing();
  // a draft that says the same as the newest version has nothing to show: the last two versions have
  const published = !differs && versions.length > 1;
  const [chosenBefore, setBefore] = useState<number | null>(null);
  const [chosenAfter, setAfter] = useState<number | null>(null);
  const before = chosenBefore ?? versions[published ? 1 : 0] ?? DRAFT;
  const after = chosenAfter ?? (published ? versions[0] : undefined) ?? DRAFT;
  const data = [DRAFT, ...versions].map((each) => ({
    value: String(each),
    label: each === DRAFT ? t('editor.versions.draft') : t('library.version', { version: each }),
  }));
  return (
    <Stack gap={6} component="section" aria-label={t('editor.versions.compare')}>
      <Group grow gap="xs">
        <Select
          size="xs"
          label={t('editor.versions.older')}
          allowDeselect={false}
          data={data}
          value={String(before)}
          onChange={(value) => setBefore(Number(value))}
        />
        <Select
          size="xs"
          label={t('editor.versions.newer')}
          allowDeselect={false}
          data={data}
          value={String(after)}
          onChange={(value) => setAfter(Number(value))}
        />
      </Group>
      <Button
        size="xs"
        variant="default"
        disabled={before === after}
        onClick={() => compare({ before, after })}
      >
        {t('editor.versions.compare')}
      </Button>
    </Stack>
  );
}

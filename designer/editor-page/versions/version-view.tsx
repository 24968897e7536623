import { Button, Modal } from '@mantine/core';
import { IconArrowBackUp, IconRocket } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type StoredVersion, useVersion } from '../../api/definitions.ts';
import type { Drawing } from '../../drawing/drawing.ts';
import { useDrawing, useView } from '../../drawing/editor.tsx';
import { Failure } from '../../ui/failure.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { mayStart } from '../may-edit.ts';
import { useOpened } from '../opened.tsx';
import { restoreVersion } from '../restore.ts';
import { useStarting } from '../start/starting.tsx';
import { Comparison } from './comparison.tsx';
import { useFocusBack } from '../../ui/use-focus-back.ts';

interface VersionViewProps {
  /** 0 is the draft; null: nothing to compare with. */
  readonly before: number | null;
  readonly after: number;
  readonly close: () => void;
}

/** One version, or one beside another; from here it is restored or started. */
export function VersionView({ before, after, close }: VersionViewProps) {
  useFocusBack();
  const { t } = useTranslation();
  const { stored } = useOpened();
  const older = useVersion(stored.id, before);
  const newer = useVersion(stored.id, after);
  const present = useDrawing((state) => state.present);
  const left = useDrawingOf(before, older.data, present);
  const right = useDrawingOf(after, newer.data, present);
  const name = (version: number) =>
    version === 0 ? t('editor.versions.draft') : t('library.version', { version });
  const title = before === null ? name(after) : `${name(before)} → ${name(after)}`;
  const error = older.error ?? newer.error;
  if (right === null || (before !== null && left === null)) {
    return (
      <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
        {error === null ? <Waiting /> : <Failure error={error} />}
      </Modal>
    );
  }
  return (
    <Comparison key={title} title={title} before={left} after={right} close={close}>
      {[before, after].map((version) =>
        version === null || version === 0 ? null : (
          <Acts key={version} version={version} content={version === before ? left : right} close={close} />
        ),
      )}
    </Comparison>
  );
}

interface ActsProps {
  readonly version: number;
  readonly content: Drawing | null;
  readonly close: () => void;
}

function Acts({ version, content, close }: ActsProps) {
  const { t } = useTranslation();
  const { me } = useOpened();
  const run = useDrawing((state) => state.run);
  const readOnly = useView((state) => state.readOnly);
  const start = useStarting();
  return (
    <>
      {readOnly || content === null ? null : (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowBackUp size={16} />}
          onClick={() => {
            run(restoreVersion(content));
            close();
          }}
        >
          {t('editor.versions.restore', { version })}
        </Button>
      )}
      {mayStart(me) ? (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRocket size={16} />}
          onClick={() => {
            close();
            start(version);
          }}
        >
          {t('editor.versions.start', { version })}
        </Button>
      ) : null}
    </>
  );
}

function useDrawingOf(
  version: number | null,
  stored: StoredVersion | undefined,
  present: Drawing,
): Drawing | null {
  return useMemo(() => {
    if (version === 0) return present;
    return stored === undefined ? null : { definition: stored.body, directive: stored.directive };
  }, [version, stored, present]);
}

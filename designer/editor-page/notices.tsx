import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconDeviceFloppy, IconEye } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { isSignedOut, useProviders } from '../api/session.ts';
import { useDrawing, useView } from '../drawing/editor.tsx';
import { titled } from '../library/create-own.ts';
import { useCreate } from '../library/use-create.ts';
import { dateTime } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { ConflictNotice } from './conflict/conflict-notice.tsx';
import { mayDraw } from './may-edit.ts';
import classes from './notices.module.css';
import { useOpened, useSaving } from './opened.tsx';
import { restoreDrawing } from './restore.ts';
import { sameDrawing } from './same.ts';
import { forgetAt } from '../ui/kept-copy.ts';
import { copyLeft, type LocalCopy } from './saving/local-copy.ts';
import { Comparison } from './versions/comparison.tsx';

/** What the designer has to know before going on; nothing where all is well. */
export function Notices() {
  const readOnly = useView((state) => state.readOnly);
  return (
    <div className={classes['notices']}>
      {readOnly ? (
        <ReadOnlyNotice />
      ) : (
        <>
          <SignedOutNotice />
          <ConflictNotice />
          <LocalCopyNotice />
        </>
      )}
    </div>
  );
}

function ReadOnlyNotice() {
  const { t } = useTranslation();
  const { stored, me } = useOpened();
  const create = useCreate();
  const drawing = useDrawing((state) => state.present);
  return (
    <Alert color="blue" icon={<IconEye />} p="xs">
      <Group gap="sm">
        <Text size="sm">
          {stored.ownerName === null
            ? t('editor.readOnlyShipped')
            : t('editor.readOnly', { owner: stored.ownerName })}
        </Text>
        {mayDraw(me) ? (
          <Button
            size="compact-sm"
            loading={create.isPending}
            onClick={() => create.mutate({ drawing, title: titled(drawing.definition.title) })}
          >
            {t('editor.copyToMine')}
          </Button>
        ) : null}
      </Group>
      {create.isError ? <Failure error={create.error} /> : null}
    </Alert>
  );
}

/** The session ended while drawing: the way back in, to the same page. */
function SignedOutNotice() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const save = useSaving((state) => state.save);
  const provider = useProviders().data?.providers[0];
  if (save.kind !== 'failed' || !isSignedOut(save.error)) return null;
  const login = `${provider?.login ?? '/auth/login'}?returnTo=${encodeURIComponent(pathname)}`;
  return (
    <Alert color="orange" icon={<IconAlertTriangle />} p="xs" role="alert">
      <Group gap="sm">
        <Text size="sm">{t('editor.signedOut')}</Text>
        <Button size="compact-sm" component="a" href={login}>
          {t('session.signIn')}
        </Button>
      </Group>
    </Alert>
  );
}

/** A copy that an earlier page left on this machine because it could not save. */
function LocalCopyNotice() {
  const { t } = useTranslation();
  const { stored, me } = useOpened();
  const run = useDrawing((state) => state.run);
  const present = useDrawing((state) => state.present);
  const [copy, setCopy] = useState<LocalCopy | null>(null);
  const [looking, look] = useState(false);
  useEffect(() => {
    let here = true;
    void copyLeft({ definitionId: stored.id, personId: me.id }).then((left) => {
      if (!here || left === null) return;
      const there = { definition: stored.draft, directive: stored.directive };
      // it was saved after all
      if (sameDrawing(left.drawing, there)) forgetAt(left.key);
      else setCopy(left);
    });
    return () => {
      here = false;
    };
  }, [stored, me.id]);
  if (copy === null) return null;
  const done = () => {
    forgetAt(copy.key);
    look(false);
    setCopy(null);
  };
  const use = () => {
    run(restoreDrawing(copy.drawing));
    done();
  };
  return (
    <Alert color="orange" icon={<IconDeviceFloppy />} p="xs" role="alert">
      <Group gap="sm">
        <Text size="sm">
          {t(copy.revision === stored.draftRevision ? 'editor.local.found' : 'editor.local.older', {
            at: dateTime(copy.at),
          })}
        </Text>
        <Button size="compact-sm" onClick={use}>
          {t('editor.local.use')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => look(true)}>
          {t('editor.local.look')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={done}>
          {t('editor.local.drop')}
        </Button>
      </Group>
      {looking ? (
        <Comparison
          title={t('editor.local.title')}
          before={present}
          after={copy.drawing}
          close={() => look(false)}
        >
          <Button size="xs" onClick={use}>
            {t('editor.local.use')}
          </Button>
        </Comparison>
      ) : null}
    </Alert>
  );
}

import { Anchor, Button, Text, Textarea } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { signerProblems } from '#engine/letter-signer';
import type { Directive } from '#model';
import { Refusal } from '../api/client.ts';
import type { PartPath } from '../letter/letter-part.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/failure.tsx';
import { type Letter, useWay, type Way } from './api.ts';
import classes from './registers.module.css';
import { SignerMissing } from './signer-missing.tsx';

interface LetterActsProps {
  readonly letter: Letter;
  /** The letter as it stands on the page, typed and perhaps not saved yet. */
  readonly directive: Directive;
  /** To a field of the letter; absent where it is only read. */
  readonly goTo?: (path: PartPath) => void;
  /** The revision that the server has of what stands on the page. */
  readonly flush: () => Promise<number>;
  /** Beside the buttons: what is being saved. */
  readonly children?: ReactNode;
}

/** What this person may do now; the next step of the letter is the one that stands out. */
export function LetterActs({ letter, directive, goTo, flush, children }: LetterActsProps) {
  const { t } = useTranslation();
  const way = useWay(letter.id);
  const [asking, ask] = useState<'issue' | 'return' | 'withdrawal' | null>(null);
  const [refused, refuse] = useState<unknown>(null);
  const { may } = letter;
  const go = (next: Way) => {
    refuse(null);
    flush().then(
      (expectedRevision) => way.mutate({ ...next, expectedRevision }, { onSuccess: () => ask(null) }),
      // what could not be saved is not sent on
      (error: unknown) => refuse(error),
    );
  };
  const missing = signerProblems(directive);
  const submit = () => {
    const [first] = missing;
    // what would be refused leads to what is missing
    if (first !== undefined && goTo !== undefined) goTo(first.path);
    else go({ way: 'submission' });
  };
  const error = asking === null ? (refused ?? way.error) : null;
  const underWay = letter.state === 'submitted' || letter.state === 'approved';
  return (
    <>
      <div className={classes['bar']}>
        {may.submit ? (
          <Button loading={way.isPending && asking === null} onClick={submit}>
            {t('registers.act.submit')}
          </Button>
        ) : null}
        {may.approve ? (
          <Button loading={way.isPending && asking === null} onClick={() => go({ way: 'approval' })}>
            {t('registers.act.approve')}
          </Button>
        ) : null}
        {may.issue ? <Button onClick={() => ask('issue')}>{t('registers.act.issue')}</Button> : null}
        {may.return ? (
          <Button variant="default" onClick={() => ask('return')}>
            {t('registers.act.return')}
          </Button>
        ) : null}
        <Button
          component="a"
          variant="default"
          href={`/api/letters/${letter.id}/file`}
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('registers.act.download')}
        </Button>
        {may.withdraw ? (
          <Button variant="subtle" color={underWay ? 'gray' : 'red'} onClick={() => ask('withdrawal')}>
            {t(underWay ? 'registers.act.takeBack' : 'registers.act.giveUp')}
          </Button>
        ) : null}
        <div className={classes['barState']}>{children}</div>
      </div>
      {error === null ? null : (
        <Failure error={error}>
          {error instanceof Refusal && error.code === 'letter.nobodyApproves' ? (
            <Anchor component={Link} to="/office" size="sm">
              {t('registers.office.title')}
            </Anchor>
          ) : null}
        </Failure>
      )}
      {may.submit || may.issue ? <SignerMissing problems={missing} goTo={goTo} /> : null}
      {asking === 'issue' ? (
        <Dialog
          title={t('registers.act.issue')}
          close={() => ask(null)}
          submit={t('registers.act.issue')}
          onSubmit={() => go({ way: 'issue' })}
          ready
          act={way}
        >
          <Text>{t('registers.letter.issueHint', { count: letter.reach.count })}</Text>
          <Text size="sm" c="dimmed" lineClamp={4}>
            {letter.reach.names.join('; ')}
          </Text>
        </Dialog>
      ) : null}
      {asking === 'return' || asking === 'withdrawal' ? (
        <Reason
          key={asking}
          returning={asking === 'return'}
          underWay={underWay}
          close={() => ask(null)}
          act={way}
          onSubmit={(reason) => go({ way: asking, reason })}
        />
      ) : null}
    </>
  );
}

interface ReasonProps {
  readonly returning: boolean;
  readonly underWay: boolean;
  readonly close: () => void;
  readonly act: { readonly isPending: boolean; readonly error: unknown };
  readonly onSubmit: (reason: string) => void;
}

function Reason({ returning, underWay, close, act, onSubmit }: ReasonProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const name = returning ? 'return' : underWay ? 'takeBack' : 'giveUp';
  return (
    <Dialog
      title={t(`registers.act.${name}`)}
      close={close}
      submit={t(`registers.act.${name}`)}
      onSubmit={() => onSubmit(reason)}
      ready={!returning || reason.trim() !== ''}
      act={act}
    >
      <Text size="sm">{t(`registers.letter.${name}Hint`)}</Text>
      <Textarea
        data-autofocus
        label={t(returning ? 'registers.letter.reason' : 'registers.letter.reasonMaybe')}
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Dialog>
  );
}

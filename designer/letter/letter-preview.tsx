import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { unsaidBases } from '#engine/letter-basis';
import { bodyParts } from '#engine/letter-body';
import { addresseeLines, isOfficialLetter } from '#engine/letter-wording';
import type { Definition, Directive } from '#model';
import { LetterFoot } from './letter-foot.tsx';
import { Heading, LetterHead } from './letter-head.tsx';
import { Gap, Part, type PartPath, PickContext } from './letter-part.tsx';
import classes from './letter-preview.module.css';

interface LetterPreviewProps {
  readonly directive: Directive;
  /** Names the groups that the letter does not address yet; absent where the letter is only read. */
  readonly definition?: Definition;
  /** A click on a part; absent where the letter is only read. */
  readonly onPick?: (path: PartPath) => void;
  /** The part that is being edited. */
  readonly active?: string | null;
}

/** The letter as it will look: an A4 sheet in the prescribed layout, as wide as there is room. Text stays text. */
export function LetterPreview({ directive, definition, onPick, active = null }: LetterPreviewProps) {
  const picking = useMemo(() => (onPick === undefined ? null : { pick: onPick, active }), [onPick, active]);
  return (
    <PickContext value={picking}>
      <div className={classes['frame']} data-reading={picking === null || undefined}>
        <article className={classes['sheet']} lang="vi">
          <LetterHead directive={directive} />
          <Heading directive={directive} />
          <Addressees directive={directive} definition={definition} />
          <Body directive={directive} />
          <LetterFoot directive={directive} />
        </article>
      </div>
    </PickContext>
  );
}

function Addressees({
  directive,
  definition,
}: {
  readonly directive: Directive;
  readonly definition: Definition | undefined;
}) {
  const { addressees } = directive;
  if (addressees.length === 0 && !isOfficialLetter(directive)) return null;
  const lines = addresseeLines(addressees);
  const [only] = lines;
  return (
    <div className={classes['to']}>
      <Part as="span" path={['addressees']}>
        Kính gửi:{' '}
      </Part>
      {lines.length === 0 ? <Gap>{firstGroups(definition) || '…'}</Gap> : null}
      {lines.length === 1 ? (
        <Part as="span" path={['addressees', 0]}>
          {only}
        </Part>
      ) : null}
      {lines.length > 1 ? (
        <ul>
          {lines.map((line, at) => (
            // the same addressee may stand there twice while it is being written
            <Part as="li" key={`${at}-${line}`} path={['addressees', at]}>
              {line}
            </Part>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function firstGroups(definition: Definition | undefined): string {
  const top = definition?.nodes.find(({ parent }) => parent === null);
  const names = definition?.nodes.filter(({ parent }) => parent === top?.id).map(({ name }) => name);
  return names?.join('; ') ?? '';
}

function Body({ directive }: { readonly directive: Directive }) {
  const { t } = useTranslation();
  const { paragraphs } = directive;
  return (
    <div className={classes['body']}>
      {unsaidBases(directive).map(({ at, text }) => (
        <Part as="p" key={at} path={['legalBasis', at]} className={classes['basis']}>
          {text}
        </Part>
      ))}
      {paragraphs.length === 0 ? (
        <Part as="p" path={['paragraphs']}>
          <Gap>{t('letter.gap.body')}</Gap>
        </Part>
      ) : null}
      {bodyParts(directive).map(({ at, kind, text }) => (
        // two paragraphs may be the same while they are being written
        <Part
          as="p"
          key={`${at}-${text.slice(0, 12)}`}
          path={['paragraphs', at]}
          className={kind === 'text' ? '' : classes[kind]}
        >
          {text}
        </Part>
      ))}
    </div>
  );
}

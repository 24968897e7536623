import { useTranslation } from 'react-i18next';
import { recipientLines } from '#engine/letter-recipients';
import { signatureLines } from '#engine/letter-wording';
import type { Directive } from '#model';
import { Gap, Part } from './letter-part.tsx';
import classes from './letter-preview.module.css';

/** Cells 7 and 9b: who signs, and who receives. */
export function LetterFoot({ directive }: { readonly directive: Directive }) {
  const { t } = useTranslation();
  const lines = recipientLines(directive.recipients);
  return (
    <footer className={classes['foot']}>
      <div className={classes['recipients']}>
        <Part path={['recipients']} className={classes['recipientsLabel']}>
          Nơi nhận:
        </Part>
        {directive.electronicOnly ? (
          <Part path={['electronicOnly']} className={classes['electronic']}>
            Gửi bản điện tử:
          </Part>
        ) : null}
        <ul>
          {lines.length === 0 ? (
            <Part as="li" path={['recipients']}>
              <Gap>- {t('letter.gap.recipient')};</Gap>
            </Part>
          ) : null}
          {lines.map(({ at, text }) => (
            <Part as="li" key={at} path={['recipients', at]}>
              {text}
            </Part>
          ))}
        </ul>
      </div>
      <Part path={['signature']} className={classes['signature']}>
        <Signed directive={directive} />
      </Part>
    </footer>
  );
}

function Signed({ directive }: { readonly directive: Directive }) {
  const { t } = useTranslation();
  const { signature, system } = directive;
  const lines = signature === null ? [] : signatureLines(signature, system);
  return (
    <>
      {lines.length === 0 ? <Gap>{t('letter.gap.titles')}</Gap> : null}
      {lines.map((line, index) => (
        // two lines may say the same, and their order is their meaning
        <div key={`${index}-${line}`}>{line}</div>
      ))}
      <div className={classes['signer']}>{signature?.name ?? <Gap>{t('letter.gap.name')}</Gap>}</div>
    </>
  );
}

import type { Directive } from '#model';
import { Gap, Line, Part } from './letter-part.tsx';
import classes from './letter-preview.module.css';
import {
  aboutLine,
  codeLine,
  confidentialityStamp,
  dayLine,
  isOfficialLetter,
  urgencyStamp,
} from '#engine/letter-wording';

/** Cells 1 to 5, 10a and 10b of the layout: issuing body, code and marks left, motto and date right; type and subject. */
export function LetterHead({ directive }: { readonly directive: Directive }) {
  const secrecy = confidentialityStamp(directive);
  const haste = urgencyStamp(directive);
  return (
    <header className={classes['head']}>
      <div className={classes['left']}>
        {directive.parentBody === null ? null : (
          <Part path={['parentBody']} className={classes['parent']}>
            {directive.parentBody}
          </Part>
        )}
        <Part path={['issuingBody']} className={classes['issuer']}>
          {directive.issuingBody}
        </Part>
        {directive.system === 'party' ? <div className={classes['star']}>*</div> : <Rule short />}
        <Part path={['codeNotation']} className={classes['code']}>
          <Line text={codeLine(directive)} />
        </Part>
        {isOfficialLetter(directive) ? (
          <Part path={['subject']} className={classes['about']}>
            {aboutLine(directive)}
          </Part>
        ) : null}
        {secrecy === null ? null : (
          <Part path={['confidentiality']} className={`${classes['stamp']} ${classes['secret']}`}>
            {secrecy}
          </Part>
        )}
        {haste === null ? null : (
          <Part path={['urgency']} className={classes['stamp']}>
            {haste}
          </Part>
        )}
      </div>
      <div className={classes['right']}>
        {directive.system === 'party' ? (
          <div className={classes['party']}>ĐẢNG CỘNG SẢN VIỆT NAM</div>
        ) : (
          <>
            <div className={classes['nation']}>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</div>
            <div className={classes['motto']}>Độc lập - Tự do - Hạnh phúc</div>
          </>
        )}
        <Part path={['issuedDate']} className={classes['day']}>
          <Line text={dayLine(directive.place, directive.issuedDate)} />
        </Part>
      </div>
    </header>
  );
}

const Rule = ({ short = false }: { readonly short?: boolean }) => (
  <div className={short ? classes['shortRule'] : classes['rule']} aria-hidden />
);

/** Cell 5a: the heading of everything that is no công văn. */
export function Heading({ directive }: { readonly directive: Directive }) {
  if (isOfficialLetter(directive)) return null;
  return (
    <div className={classes['heading']}>
      <Part path={['documentType']} className={classes['type']}>
        {directive.documentType}
      </Part>
      <Part path={['subject']} className={classes['subject']}>
        {directive.subject === '' ? <Gap>…</Gap> : directive.subject}
      </Part>
      <Rule short />
    </div>
  );
}

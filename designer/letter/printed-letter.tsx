import { useEffect, useEffectEvent } from 'react';
import { createPortal } from 'react-dom';
import type { Definition, Directive } from '#model';
import { LetterPreview } from './letter-preview.tsx';
import classes from './letter-preview.module.css';

interface PrintedLetterProps {
  readonly directive: Directive;
  readonly definition?: Definition;
  readonly onDone: () => void;
}

/**
 * Prints the sheet alone, in its real size: a copy beside the page, which the print style shows in place
 * of everything else. Without this component the browser prints the page as always.
 */
export function PrintedLetter({ onDone, ...sheet }: PrintedLetterProps) {
  const done = useEffectEvent(() => onDone());
  // once: printing again is another click
  useEffect(() => {
    const root = document.documentElement;
    root.dataset['print'] = 'letter';
    const printed = (): void => done();
    window.addEventListener('afterprint', printed, { once: true });
    window.print();
    return () => {
      delete root.dataset['print'];
      window.removeEventListener('afterprint', printed);
    };
  }, []);
  return createPortal(
    <div className={classes['printed']} data-printed>
      <LetterPreview {...sheet} />
    </div>,
    document.body,
  );
}

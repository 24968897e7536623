import { useEffect, useMemo } from 'react';
import { createPortal } from 'react-dom';
import classes from './print-sheet.module.css';
import type { Picture } from './svg.ts';

interface PrintSheetProps {
  readonly picture: Picture;
  readonly title: string;
  readonly done: () => void;
}

/** The picture on a sheet of its own, and nothing of the page around it; goes when the person has printed. */
export function PrintSheet({ picture, title, done }: PrintSheetProps) {
  const url = useMemo(
    () => URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' })),
    [picture],
  );
  useEffect(() => {
    document.body.classList.add(classes['only'] ?? '');
    window.addEventListener('afterprint', done);
    return () => {
      document.body.classList.remove(classes['only'] ?? '');
      window.removeEventListener('afterprint', done);
      URL.revokeObjectURL(url);
    };
  }, [done, url]);
  const wide = picture.width > picture.height ? classes['wide'] : '';
  return createPortal(
    <div className={`${classes['sheet'] ?? ''} ${wide ?? ''}`}>
      <img
        src={url}
        alt={title}
        width={picture.width}
        height={picture.height}
        onLoad={() => window.print()}
      />
    </div>,
    document.body,
  );
}

import { createContext, type ReactNode, use } from 'react';
import classes from './letter-preview.module.css';

/** Where a part of the letter is kept, seen from the directive: `['recipients', 2]`. */
export type PartPath = readonly (string | number)[];
interface Picking {
  readonly pick: (path: PartPath) => void;
  /** The part that is being edited, as `partKey` writes it. */
  readonly active: string | null;
}

/** Null where the letter is only read. */
export const PickContext = createContext<Picking | null>(null);

const partKey = (path: PartPath): string => path.join('.');

/**
 * A part of the letter; a click leads to its field. The way there by keyboard is the form itself: the
 * sheet beside it repeats the fields in their order and adds no stops for the Tab key.
 */
export function Part({
  path,
  as: Tag = 'div',
  className = '',
  children,
}: {
  readonly path: PartPath;
  readonly as?: 'div' | 'p' | 'li' | 'span';
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  const picking = use(PickContext);
  if (picking === null) return <Tag className={className}>{children}</Tag>;
  const key = partKey(path);
  return (
    <Tag
      className={`${className} ${classes['part']}`}
      data-part={key}
      data-active={picking.active === key || undefined}
      onClick={(event) => {
        event.stopPropagation();
        picking.pick(path);
      }}
    >
      {children}
    </Tag>
  );
}

/** What is still to be written, lighter than what is. */
export const Gap = ({ children }: { readonly children: ReactNode }) => (
  <span className={classes['gap']}>{children}</span>
);

/** A line that may hold blanks: the blanks lighter. */
export function Line({ text }: { readonly text: string }) {
  return text.includes('…') ? <Gap>{text}</Gap> : <>{text}</>;
}

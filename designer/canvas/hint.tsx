import classes from './canvas.module.css';

interface HintProps {
  readonly text: string;
  readonly refused: boolean;
  /** Within the canvas. */
  readonly x: number;
  readonly y: number;
}

/** A word beside the pointer; said aloud too. */
export const Hint = ({ text, refused, x, y }: HintProps) => (
  <div
    className={classes['hint']}
    role="status"
    data-refused={refused || undefined}
    style={{ left: x + 16, top: y + 18 }}
  >
    {text}
  </div>
);

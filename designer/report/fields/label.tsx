import type { Indicator, RawValue } from '#model';

/** What the box of one indicator is given. */
export interface BoxProps {
  readonly indicator: Indicator;
  readonly value: RawValue;
  readonly change: (value: RawValue) => void;
  readonly hint: string;
}

/** `Số tin, bài (tin, bài)` */
export function Label({ indicator: { label, unit } }: { readonly indicator: Indicator }) {
  return (
    <span lang="vi">
      {label}
      {unit === '' ? '' : ` (${unit})`}
    </span>
  );
}

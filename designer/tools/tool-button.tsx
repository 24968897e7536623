import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';

interface ToolButtonProps {
  readonly label: string;
  /** As a person writes it: "Ctrl+Z". */
  readonly keys?: string;
  readonly off?: boolean;
  readonly children: ReactNode;
  readonly run: () => void;
}

/** Switched off it keeps the focus and its tooltip: who works with the keyboard is not thrown out. */
export function ToolButton({ label, keys, off = false, children, run }: ToolButtonProps) {
  return (
    <Tooltip label={keys === undefined ? label : `${label} (${keys})`} openDelay={400} fz="xs" withArrow>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="md"
        aria-label={label}
        {...(keys === undefined ? {} : { 'aria-keyshortcuts': keys.replace('Ctrl', 'Control') })}
        aria-disabled={off}
        {...(off ? { 'data-disabled': true } : {})}
        onClick={() => {
          if (!off) run();
        }}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

import { TextInput, type TextInputProps } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { TypedText } from './use-draft.ts';

type Given = Omit<TextInputProps, 'value' | 'onChange' | 'onBlur'>;

/** The one-line box of what is being typed: Enter takes it, Escape gives back what stood there. */
export function DraftInput({ draft, onKeyDown, ...given }: Given & { readonly draft: TypedText }) {
  const keys = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') draft.enter();
    if (event.key === 'Escape' && draft.drop()) event.stopPropagation();
    onKeyDown?.(event);
  };
  return (
    <TextInput
      {...given}
      value={draft.text}
      onChange={(event) => draft.type(event.currentTarget.value)}
      onBlur={draft.leave}
      onKeyDown={keys}
    />
  );
}

import { TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';

interface QuickAddProps {
  readonly label: string;
  readonly placeholder: string;
  /** What was typed, or the lines that were pasted; true where it was taken. */
  readonly onAdd: (text: string) => boolean;
}

/** Names typed one after the other, or pasted all at once. */
export function QuickAdd({ label, placeholder, onAdd }: QuickAddProps) {
  const [text, setText] = useState('');
  return (
    <TextInput
      mt={6}
      size="xs"
      aria-label={label}
      placeholder={placeholder}
      leftSection={<IconPlus size={14} aria-hidden />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && text.trim() !== '' && onAdd(text)) setText('');
      }}
      onPaste={(event) => {
        const pasted = event.clipboardData.getData('text/plain');
        // one line is typing by other means
        if (!/[\n\t]/.test(pasted.trim())) return;
        event.preventDefault();
        onAdd(pasted);
      }}
    />
  );
}

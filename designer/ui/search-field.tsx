import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { type RefObject, useEffect, useEffectEvent, useState } from 'react';

type Given = Omit<TextInputProps, 'value' | 'onChange' | 'type' | 'leftSection' | 'rightSection'>;

interface SearchFieldProps extends Given {
  /** The words that are sought now, wherever they are kept. */
  readonly asked: string;
  readonly seek: (words: string) => void;
  readonly field?: RefObject<HTMLInputElement | null>;
  /** Name of the cross that empties the field. */
  readonly clearLabel?: string;
}

const PAUSE_MS = 250;

/**
 * Searches while one types, after a pause. Words that come from elsewhere (a saved filter, the way back)
 * replace what was typed; one's own, when they come back from the address, do not.
 */
export function SearchField({ asked, seek, field, clearLabel, ...given }: SearchFieldProps) {
  const [text, setText] = useState(asked);
  const [known, setKnown] = useState(asked);
  const [own, setOwn] = useState<string | null>(null);
  if (known !== asked) {
    setKnown(asked);
    setOwn(null);
    if (asked !== own) setText(asked);
  }
  const tell = useEffectEvent((words: string) => {
    setOwn(words);
    seek(words);
  });
  useEffect(() => {
    const words = text.trim();
    if (words === asked) return undefined;
    const timer = setTimeout(() => tell(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, asked]);
  return (
    <TextInput
      {...given}
      {...(field === undefined ? {} : { ref: field })}
      type="search"
      leftSection={<IconSearch size={16} aria-hidden />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      rightSection={
        clearLabel === undefined || text === '' ? null : (
          <ActionIcon variant="subtle" color="gray" aria-label={clearLabel} onClick={() => setText('')}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        )
      }
    />
  );
}

import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmProps {
  /** What the button says, before and after. */
  readonly label: string;
  /** What will happen. */
  readonly warning: string;
  readonly onConfirm: () => void;
  readonly loading: boolean;
  readonly size?: 'xs' | 'compact-sm' | 'sm';
}

/** An act that is hard to take back: asked once more in the same place, with what it does. */
export function Confirm({ label, warning, onConfirm, loading, size = 'sm' }: ConfirmProps) {
  const { t } = useTranslation();
  const [asked, ask] = useState(false);
  const [thoughtBetter, thinkBetter] = useState(false);
  useEffect(() => goOnInPage, []);
  if (!asked) {
    return (
      <Button variant="light" color="red" size={size} autoFocus={thoughtBetter} onClick={() => ask(true)}>
        {label}
      </Button>
    );
  }
  return (
    <Alert color="red" role="alertdialog" aria-label={label} w="100%">
      <Stack gap="xs">
        <Text size="sm">{warning}</Text>
        <Group gap="xs">
          <Button color="red.9" size={size} loading={loading} onClick={onConfirm}>
            {label}
          </Button>
          {/* the safe answer is the one at hand */}
          <Button
            variant="default"
            size={size}
            autoFocus
            onClick={() => {
              thinkBetter(true);
              ask(false);
            }}
          >
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

/** What was pressed is gone together with what it did away with: the keys go on in the page, not from its very top. */
function goOnInPage(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === null || document.activeElement === document.body)
      document.getElementById('content')?.focus({ preventScroll: true });
  });
}

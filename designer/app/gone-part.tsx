import { Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * Something that a click needed did not arrive while the page itself stands (a whole page: BrokenPage). Below the
 * page, so that what was typed can still be saved.
 */
export function GonePart() {
  const { t } = useTranslation();
  const [gone, say] = useState(false);
  useEffect(() => {
    const heard = () => say(true);
    // told by Vite for every part that is fetched later
    window.addEventListener('vite:preloadError', heard);
    return () => window.removeEventListener('vite:preloadError', heard);
  }, []);
  if (!gone) return null;
  return (
    <div role="alert" className="gone-part">
      <Text size="sm">{t('error.part')}</Text>
      <Group gap="xs" mt="xs">
        <Button size="xs" onClick={() => window.location.reload()}>
          {t('error.reload')}
        </Button>
        <Button size="xs" variant="default" onClick={() => say(false)}>
          {t('common.close')}
        </Button>
      </Group>
    </div>
  );
}

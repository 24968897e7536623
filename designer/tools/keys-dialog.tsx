import { Modal, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ComboText } from './combo-text.tsx';
import { KEY_GROUPS, KEYS } from './keys.ts';
import classes from './dialogs.module.css';

interface KeysDialogProps {
  readonly opened: boolean;
  readonly close: () => void;
}

/** `?`: every key, from the table that the keys themselves are read from. */
export function KeysDialog({ opened, close }: KeysDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={close}
      size={820}
      title={t('tools.keys')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes['columns']}>
        {KEY_GROUPS.map((group) => (
          <section key={group} className={classes['keys']}>
            <Title order={3} size="h6" mb={4}>
              {t(`tools.keys_${group}`)}
            </Title>
            <dl>
              {KEYS.filter((row) => row.group === group).map((row) => (
                <div key={row.id}>
                  <dt>{t(`tools.key_${row.id}`)}</dt>
                  <dd>
                    <ComboText row={row} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

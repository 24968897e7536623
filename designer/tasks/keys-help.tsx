import { Kbd, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './tasks.module.css';

const KEYS = [
  { name: 'next', keys: ['J', 'K'] },
  { name: 'open', keys: ['Enter'] },
  { name: 'select', keys: ['X'] },
  { name: 'claim', keys: ['C'] },
  { name: 'search', keys: ['/'] },
  { name: 'help', keys: ['?'] },
] as const;

export function KeysHelp({ opened, close }: { readonly opened: boolean; readonly close: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('tasks.keys')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <dl className={classes['keys']}>
        {KEYS.map(({ name, keys }) => (
          <div key={name} className={classes['key']}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key} mr={4}>
                  {key}
                </Kbd>
              ))}
            </dt>
            <dd>{t(`tasks.key.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

import { Group, Modal, Pagination, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '#model/fold';
import classes from './inspector.module.css';

interface AllUnitsProps {
  readonly opened: boolean;
  readonly title: string;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

const PER_PAGE = 50;

/** Every unit of a group, by pages, found with or without accents. */
export function AllUnits({ opened, title, units, onClose }: AllUnitsProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [page, setPage] = useState(1);
  const found = useMemo(() => {
    const wanted = fold(words.trim());
    return wanted === '' ? units : units.filter(({ name }) => fold(name).includes(wanted));
  }, [units, words]);
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const at = Math.min(page, pages);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <TextInput
        size="sm"
        aria-label={t('form.findUnit')}
        placeholder={t('form.findUnit')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={words}
        data-autofocus
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Text size="xs" c="dimmed" my="xs" role="status">
        {t('inspector.units', { count: found.length })}
      </Text>
      <ol className={classes['all']} start={(at - 1) * PER_PAGE + 1}>
        {found.slice((at - 1) * PER_PAGE, at * PER_PAGE).map((unit) => (
          <li key={unit.id}>{unit.name}</li>
        ))}
      </ol>
      {pages === 1 ? null : (
        <Group justify="center" mt="sm">
          <Pagination
            size="sm"
            total={pages}
            value={at}
            onChange={setPage}
            getControlProps={(control) => ({ 'aria-label': t(`inspector.page_${control}`) })}
          />
        </Group>
      )}
    </Modal>
  );
}

import { ActionIcon } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isCivilDate } from '#engine/civil';
import type { CivilDate } from '#model';
import classes from './form.module.css';

interface DayPickerProps {
  readonly day: CivilDate | null;
  readonly pick: (day: CivilDate) => void;
  /** For a field of size `xs`; Tab then goes past it. */
  readonly small?: boolean;
}

/** The browser's own calendar behind a button; what is typed beside it is the field. */
export function DayPicker({ day, pick, small = false }: DayPickerProps) {
  const { t } = useTranslation();
  const calendar = useRef<HTMLInputElement>(null);
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        {...(small && { size: 'sm', tabIndex: -1 })}
        aria-label={t('form.pickDate')}
        onClick={() => calendar.current?.showPicker()}
      >
        <IconCalendar size={small ? 14 : 16} aria-hidden />
      </ActionIcon>
      <input
        ref={calendar}
        type="date"
        className={classes['picker']}
        tabIndex={-1}
        aria-hidden
        value={day ?? ''}
        onChange={(event) => {
          const { value: picked } = event.currentTarget;
          if (isCivilDate(picked) && picked !== day) pick(picked);
        }}
      />
    </>
  );
}

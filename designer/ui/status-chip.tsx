import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ObligationStatus, Timeliness } from '#model';

const COLOR: Readonly<Record<ObligationStatus, string>> = {
  dormant: 'gray',
  open: 'gray',
  acknowledged: 'cyan',
  submitted: 'blue',
  returned: 'orange',
  accepted: 'pine',
  cancelled: 'gray',
};

/** What has come in is not overdue any more: it was late. */
const isIn = (status: ObligationStatus): boolean => status === 'submitted' || status === 'accepted';

/** Both axes: where it stands, and whether in time. Words carry the meaning, colour only repeats it. */
export function StatusChip({
  status,
  timeliness,
}: {
  readonly status: ObligationStatus;
  readonly timeliness: Timeliness;
}) {
  const { t } = useTranslation();
  return (
    <Group gap={4} wrap="nowrap">
      <Badge variant="light" color={COLOR[status]} autoContrast>
        {t(`status.${status}`)}
      </Badge>
      {timeliness === 'overdue' ? (
        <Badge variant="outline" color="red" c="var(--cascade-alarm)">
          {t(isIn(status) ? 'timeliness.late' : 'timeliness.overdue')}
        </Badge>
      ) : null}
    </Group>
  );
}

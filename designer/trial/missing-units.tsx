import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SimulationOutcome } from './simulation-outcome.ts';

/** Who handed in nothing, by name. */
export function MissingUnits({ missing }: Pick<SimulationOutcome, 'missing'>) {
  const { t } = useTranslation();
  if (missing.count === 0) return null;
  const more = missing.count - missing.units.length;
  return (
    <details>
      <summary>
        <Text span size="xs" fw={600}>
          {t('trial.simulate.missingNames', { count: missing.count })}
        </Text>
      </summary>
      <Text size="xs" lang="vi">
        {missing.units.map(({ name }) => name).join(', ')}
        {more > 0 ? ` ${t('trial.simulate.more', { count: more })}` : ''}
      </Text>
    </details>
  );
}

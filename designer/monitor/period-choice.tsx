import type { CampaignDetails } from '#api/routes/campaigns/shapes';
import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface PeriodChoiceProps {
  readonly periods: CampaignDetails['periods'];
  readonly value: string;
  readonly onChange: (key: string) => void;
  readonly wide: boolean;
}

/** Side by side they fit only where there are few of them and room. */
const SIDE_BY_SIDE = 4;

export function PeriodChoice({ periods, value, onChange, wide }: PeriodChoiceProps) {
  const { t } = useTranslation();
  const data = periods.map(({ key, label, openedAt }) => ({
    value: key,
    label,
    disabled: openedAt === null,
  }));
  return wide && periods.length <= SIDE_BY_SIDE ? (
    <SegmentedControl aria-label={t('monitor.period')} value={value} onChange={onChange} data={data} />
  ) : (
    <NativeSelect
      label={t('monitor.period')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={data}
    />
  );
}

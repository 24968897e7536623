import { ActionIcon, Button, Collapse, Group, NumberInput, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconDice3 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDrawing } from '../drawing/editor.tsx';
import { MOST_LATE_DAYS, type Shares, type Supposition } from './supposition.ts';

interface SuppositionFormProps {
  readonly value: Supposition;
  readonly onChange: (value: Supposition) => void;
}

/** "What if 5 % of the communes are three days late." */
export function SuppositionForm({ value, onChange }: SuppositionFormProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const nodes = useDrawing((state) => state.present.definition.nodes);
  const levels = nodes.filter(({ parent }) => parent !== null);
  const toggle = () => {
    // closed means: the same for all
    if (open) onChange({ ...value, levels: {} });
    setOpen(!open);
  };
  return (
    <Stack gap={6}>
      <Group gap="xs" align="flex-end">
        <SharesInput value={value} onChange={(shares) => onChange({ ...value, ...shares })} />
        <NumberInput
          size="xs"
          w={96}
          label={t('trial.simulate.lateDays')}
          suffix={` ${t('trial.simulate.days')}`}
          min={1}
          max={MOST_LATE_DAYS}
          clampBehavior="strict"
          allowDecimal={false}
          value={value.lateDays}
          onChange={(days) => {
            if (typeof days === 'number' && days >= 1) onChange({ ...value, lateDays: days });
          }}
        />
        <ActionIcon
          size={30}
          variant="default"
          aria-label={t('trial.simulate.again')}
          title={t('trial.simulate.again')}
          onClick={() => onChange({ ...value, seed: value.seed + 1 })}
        >
          <IconDice3 size={16} aria-hidden />
        </ActionIcon>
        <Button
          size="xs"
          variant="subtle"
          aria-expanded={open}
          leftSection={
            open ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />
          }
          onClick={toggle}
        >
          {t('trial.simulate.perLevel')}
        </Button>
      </Group>
      <Collapse expanded={open}>
        <Stack gap={4}>
          {levels.map(({ id, name }) => (
            <Group key={id} gap="xs" align="center" role="group" aria-label={name}>
              <Text size="xs" w={200} truncate lang="vi" title={name}>
                {name}
              </Text>
              <SharesInput
                bare
                value={value.levels[id] ?? value}
                onChange={(shares) => onChange({ ...value, levels: { ...value.levels, [id]: shares } })}
              />
            </Group>
          ))}
        </Stack>
      </Collapse>
    </Stack>
  );
}

interface SharesInputProps {
  readonly value: Shares;
  readonly bare?: boolean;
  readonly onChange: (shares: Shares) => void;
}

/** Together at most all of them: one share gives way to the other. */
function SharesInput({ value: { late, silent }, bare = false, onChange }: SharesInputProps) {
  const { t } = useTranslation();
  const input = (name: keyof Shares, share: number, shares: (next: number) => Shares) => (
    <NumberInput
      size="xs"
      w={96}
      {...(bare ? { 'aria-label': t(`trial.simulate.${name}`) } : { label: t(`trial.simulate.${name}`) })}
      suffix=" %"
      min={0}
      max={100}
      clampBehavior="strict"
      allowDecimal={false}
      value={share}
      onChange={(next) => {
        if (typeof next === 'number') onChange(shares(next));
      }}
    />
  );
  return (
    <>
      {input('late', late, (next) => ({ late: next, silent: Math.min(silent, 100 - next) }))}
      {input('silent', silent, (next) => ({ silent: next, late: Math.min(late, 100 - next) }))}
    </>
  );
}

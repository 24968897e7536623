import { ActionIcon, Text } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import {
  IconArrowMerge,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconMailForward,
} from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../drawing/editor.tsx';
import { PRESETS, type PresetKey } from '../drawing/presets.ts';
import { act } from './acts.ts';
import { addFocalPoint, addInformation } from './adding.ts';
import { PaletteItem } from './palette-item.tsx';
import classes from './palette.module.css';
import { PresetIcon } from './preset-icon.tsx';
import { useBench } from './use-bench.ts';

/** What the canvas takes when it is dropped there; the text is the key of a preset. */
export const PRESET_TYPE = 'application/x-cascade-preset';

const LEVELS: readonly PresetKey[] = ['province', 'department', 'district', 'commune'];

/** What can be added: dragged, clicked, or by its digit. */
export function Palette() {
  const { t } = useTranslation();
  const bench = useBench();
  const readOnly = useView((view) => view.readOnly);
  const [narrow, setNarrow] = useLocalStorage({
    key: 'cascade.palette.narrow',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  if (readOnly) return null;

  const preset = (key: PresetKey) => {
    const nth = PRESETS.findIndex((each) => each.key === key);
    return (
      <PaletteItem
        key={key}
        icon={<PresetIcon of={key} />}
        name={t(`tools.preset_${key}`)}
        does={t('tools.addsLevel')}
        digit={nth < 9 ? String(nth + 1) : undefined}
        narrow={narrow}
        run={() => act('add', bench, nth)}
        drag={(event) => {
          event.dataTransfer.setData(PRESET_TYPE, key);
          event.dataTransfer.effectAllowed = 'copy';
        }}
      />
    );
  };
  const keysWhere = (wanted: (preset: (typeof PRESETS)[number]) => boolean) =>
    PRESETS.filter(wanted).map(({ key }) => preset(key));
  const Fold = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <aside
      className={classes['palette']}
      data-narrow={narrow || undefined}
      data-keys="canvas"
      aria-label={t('tools.palette')}
    >
      <div className={classes['head']}>
        {narrow ? null : (
          <Text size="sm" fw={600}>
            {t('tools.palette')}
          </Text>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t(narrow ? 'tools.widen' : 'tools.narrow')}
          aria-expanded={!narrow}
          onClick={() => setNarrow(!narrow)}
        >
          <Fold size={18} />
        </ActionIcon>
      </div>
      <Section title={t('tools.groupLevels')} narrow={narrow}>
        {LEVELS.map(preset)}
      </Section>
      <Section title={t('tools.groupGroups')} narrow={narrow}>
        {keysWhere(({ key, chain }) => chain === 'state' && !LEVELS.includes(key))}
      </Section>
      <Section title={t('tools.groupParallel')} narrow={narrow}>
        {keysWhere(({ chain }) => chain !== 'state')}
      </Section>
      <Section title={t('tools.groupBeside')} narrow={narrow}>
        <PaletteItem
          icon={<IconArrowMerge size={18} stroke={1.6} aria-hidden />}
          name={t('tools.focalPoint')}
          does={t('tools.focalPointHint')}
          narrow={narrow}
          run={() => addFocalPoint(bench)}
        />
        <PaletteItem
          icon={<IconMailForward size={18} stroke={1.6} aria-hidden />}
          name={t('tools.information')}
          does={t('tools.informationHint')}
          narrow={narrow}
          run={() => addInformation(bench)}
        />
      </Section>
    </aside>
  );
}

interface SectionProps {
  readonly title: string;
  readonly narrow: boolean;
  readonly children: ReactNode;
}

function Section({ title, narrow, children }: SectionProps) {
  const id = useId();
  return (
    <div role="group" {...(narrow ? { 'aria-label': title } : { 'aria-labelledby': id })}>
      {narrow ? (
        <hr className={classes['line']} />
      ) : (
        <Text id={id} size="xs" c="dimmed" className={classes['title']}>
          {title}
        </Text>
      )}
      {children}
    </div>
  );
}

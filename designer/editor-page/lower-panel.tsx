import { ActionIcon, Badge, Group, UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCalendarEvent,
  IconChartBar,
  IconPlayerPlay,
  IconX,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DatesPanel } from '../dates/dates-panel.tsx';
import { useView } from '../drawing/editor.tsx';
import { DRAWERS, type Drawer } from '../drawing/view-store.ts';
import { ProblemsPanel } from '../problems/problems-panel.tsx';
import { useProblemCounts } from '../problems/use-problems.ts';
import { RehearsePanel } from '../trial/rehearse-panel.tsx';
import { SimulatePanel } from '../trial/simulate-panel.tsx';
import classes from './lower-panel.module.css';
import { useOpened } from './opened.tsx';
import { usePublishing } from './publish/use-publishing.ts';

const ICON = {
  problems: IconAlertTriangle,
  dates: IconCalendarEvent,
  simulate: IconChartBar,
  rehearse: IconPlayerPlay,
} as const;

/** What follows from the drawing: a strip that is always there, and one of its panels when asked for. */
export function LowerPanel() {
  const { t } = useTranslation();
  const drawer = useView((state) => state.drawer);
  const show = useView((state) => state.show);
  const root = useRef<HTMLElement>(null);
  // opened by a command, with the keys nowhere: they go on from here
  useEffect(() => {
    if (drawer === null || document.activeElement !== document.body) return;
    root.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
  }, [drawer]);
  return (
    <section ref={root} className={classes['root']} aria-label={t('editor.drawers')}>
      <Group className={classes['strip']} gap={0} wrap="nowrap">
        {DRAWERS.map((each) => (
          <Toggle
            key={each}
            drawer={each}
            opened={drawer === each}
            toggle={() => show({ drawer: drawer === each ? null : each })}
          />
        ))}
        {drawer === null ? null : (
          <ActionIcon
            ml="auto"
            mr={6}
            variant="subtle"
            color="gray"
            aria-label={t('editor.closeDrawer')}
            onClick={() => show({ drawer: null })}
          >
            <IconX size={16} />
          </ActionIcon>
        )}
      </Group>
      {drawer === null ? null : (
        <div className={classes['content']} id="editor-drawer">
          <Content drawer={drawer} />
        </div>
      )}
    </section>
  );
}

interface ToggleProps {
  readonly drawer: Drawer;
  readonly opened: boolean;
  readonly toggle: () => void;
}

function Toggle({ drawer, opened, toggle }: ToggleProps) {
  const { t } = useTranslation();
  const Icon = ICON[drawer];
  return (
    <UnstyledButton
      className={classes['toggle']}
      aria-expanded={opened}
      aria-controls={opened ? 'editor-drawer' : undefined}
      onClick={toggle}
    >
      <Icon size={16} aria-hidden />
      <span>{t(`editor.drawer.${drawer}`)}</span>
      {drawer === 'problems' ? <Counts /> : null}
    </UnstyledButton>
  );
}

function Counts() {
  const { t } = useTranslation();
  const { errors, warnings } = useProblemCounts();
  return (
    <>
      {errors > 0 ? (
        <Badge color="red" size="sm" circle={errors < 10} aria-label={t('editor.errors', { count: errors })}>
          {errors}
        </Badge>
      ) : null}
      {warnings > 0 ? (
        <Badge
          color="orange"
          variant="light"
          size="sm"
          circle={warnings < 10}
          aria-label={t('editor.warnings', { count: warnings })}
        >
          {warnings}
        </Badge>
      ) : null}
    </>
  );
}

function Content({ drawer }: { readonly drawer: Drawer }) {
  const { stored } = useOpened();
  const publishing = usePublishing();
  switch (drawer) {
    case 'problems':
      return <ProblemsPanel />;
    case 'dates':
      return <DatesPanel />;
    case 'simulate':
      return <SimulatePanel />;
    case 'rehearse':
      return (
        <RehearsePanel
          definitionId={stored.id}
          publishedVersion={publishing.version === 0 ? null : publishing.version}
          draftDiffers={publishing.differs}
          onPublish={publishing.ask}
        />
      );
  }
}

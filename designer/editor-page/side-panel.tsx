import { Drawer, Tabs } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../drawing/editor.tsx';
import { PANELS, type Panel } from '../drawing/view-store.ts';
import { DrawingForm } from '../forms/drawing-form.tsx';
import { ReportsForm } from '../forms/reports-form.tsx';
import { Inspector } from '../inspector/inspector.tsx';
import { LetterEditor } from '../letter/letter-editor.tsx';
import classes from './side-panel.module.css';
import { VersionsPanel } from './versions-panel.tsx';
import workbench from './workbench.module.css';

interface SidePanelProps {
  readonly wide: boolean;
  readonly opened: boolean;
  readonly close: () => void;
}

/** Properties at the right; on a narrow screen they come out over the canvas. */
export function SidePanel({ wide, opened, close }: SidePanelProps) {
  const { t } = useTranslation();
  if (wide) {
    return (
      <aside className={workbench['side']} aria-label={t('editor.panels')}>
        <Panels />
      </aside>
    );
  }
  return (
    <Drawer
      opened={opened}
      onClose={close}
      position="right"
      size="min(100vw, 27rem)"
      padding={0}
      title={t('editor.panels')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ header: classes['drawerHeader'] ?? '' }}
    >
      <Panels />
    </Drawer>
  );
}

const CONTENT: Readonly<Record<Panel, () => React.ReactNode>> = {
  inspector: Inspector,
  drawing: DrawingForm,
  reports: ReportsForm,
  letter: LetterEditor,
  versions: VersionsPanel,
};

function Panels() {
  const { t } = useTranslation();
  const panel = useView((state) => state.panel);
  const show = useView((state) => state.show);
  const list = useRef<HTMLDivElement>(null);
  // opened by a command, with the keys nowhere: they go on from its tab. A level keeps them on the canvas
  const before = useRef(panel);
  useEffect(() => {
    const changed = before.current !== panel;
    before.current = panel;
    if (!changed || panel === 'inspector' || document.activeElement !== document.body) return;
    list.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
  }, [panel]);
  return (
    <Tabs
      value={panel}
      onChange={(value) => show({ panel: PANELS.find((each) => each === value) ?? 'inspector' })}
      keepMounted={false}
      classNames={{ root: classes['root'] ?? '', panel: classes['panel'] ?? '', tab: classes['tab'] ?? '' }}
    >
      <Tabs.List ref={list} grow aria-label={t('editor.panels')}>
        {PANELS.map((each) => (
          <Tabs.Tab key={each} value={each}>
            {t(`editor.panel.${each}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {PANELS.map((each) => {
        const Content = CONTENT[each];
        return (
          <Tabs.Panel key={each} value={each}>
            <Content />
          </Tabs.Panel>
        );
      })}
    </Tabs>
  );
}

import { Alert, Button, Menu, Modal, Text } from '@mantine/core';
import {
  IconBraces,
  IconChevronDown,
  IconFile,
  IconFileImport,
  IconPhoto,
  IconPrinter,
  IconSitemap,
  IconVectorBezier2,
} from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor, useView } from '../drawing/editor.tsx';
import { FILE_ENDING, writeDrawingFile } from './drawing-file.ts';
import { toPng } from './png.ts';
import { PrintSheet } from './print-sheet.tsx';
import { saveFile } from './save-file.ts';
import { type Picture, pictureOf } from './svg.ts';
import { useImport } from './use-import.tsx';

const KINDS = [
  { kind: 'json', icon: IconBraces },
  { kind: 'bpmn', icon: IconSitemap },
  { kind: 'svg', icon: IconVectorBezier2 },
  { kind: 'png', icon: IconPhoto },
  { kind: 'print', icon: IconPrinter },
] as const;
type Kind = (typeof KINDS)[number]['kind'];
const HINTS: ReadonlySet<string> = new Set<Kind>(['json', 'bpmn']);

/** The open drawing as a file, as a picture or on paper; and a file in its place where it may be changed. */
export function ExportMenu() {
  const { t } = useTranslation();
  const { failure, printing, busy, run, dismiss, printed } = useExport();
  const readOnly = useView((state) => state.readOnly);
  const { choose, dialog } = useImport();
  return (
    <>
      <Menu position="bottom-end" withinPortal withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            loading={busy}
            leftSection={<IconFile size={16} />}
            rightSection={<IconChevronDown size={14} />}
          >
            {t('exchange.file')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {KINDS.map(({ kind, icon: Icon }) => (
            <Menu.Item key={kind} leftSection={<Icon size={16} />} onClick={() => void run(kind)}>
              {t(`exchange.${kind}`)}
              {HINTS.has(kind) ? (
                <Text size="xs" c="dimmed">
                  {t(`exchange.${kind}Hint`)}
                </Text>
              ) : null}
            </Menu.Item>
          ))}
          {readOnly ? null : (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconFileImport size={16} />} onClick={choose}>
                {t('exchange.import')}
                <Text size="xs" c="dimmed">
                  {t('exchange.importHint')}
                </Text>
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={failure !== null}
        onClose={dismiss}
        title={t('exchange.export')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Alert color="red" role="alert">
          {t('exchange.failed', { reason: failure ?? '' })}
        </Alert>
      </Modal>
      {dialog}
      {printing === null ? null : (
        <PrintSheet picture={printing.picture} title={printing.title} done={printed} />
      )}
    </>
  );
}

interface Printing {
  readonly picture: Picture;
  readonly title: string;
}

function useExport() {
  const { t, i18n } = useTranslation();
  const { drawing: store, findings } = useEditor();
  const [failure, fail] = useState<string | null>(null);
  const [printing, print] = useState<Printing | null>(null);
  const [busy, work] = useState(false);
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const made = async (kind: Kind): Promise<void> => {
    const drawing = store.getState().present;
    const { key, title } = drawing.definition;
    if (kind === 'json')
      return saveText(`${key}${FILE_ENDING}`, writeDrawingFile(drawing), 'application/json');
    if (kind === 'bpmn') {
      // the writer of BPMN is large and seldom needed
      const { toBpmn } = await import('./bpmn-write.ts');
      return saveText(`${key}.bpmn`, await toBpmn(drawing, language), 'application/xml');
    }
    const picture = pictureOf(drawing, { language, schedule: findings.getState().schedule });
    if (kind === 'svg') return saveText(`${key}.svg`, picture.svg, 'image/svg+xml');
    if (kind === 'print') return print({ picture, title });
    const png = await toPng(picture);
    if (png === null) fail(t('exchange.tooLargePicture'));
    else saveFile(`${key}.png`, png);
  };
  const run = async (kind: Kind): Promise<void> => {
    work(true);
    try {
      await made(kind);
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error));
    } finally {
      work(false);
    }
  };
  return {
    ...{ failure, printing, busy, run },
    dismiss: () => fail(null),
    printed: useCallback(() => print(null), []),
  };
}

const saveText = (name: string, text: string, type: string): void =>
  saveFile(name, new Blob([text], { type: `${type};charset=utf-8` }));

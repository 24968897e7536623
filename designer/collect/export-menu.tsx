import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../ui/failure.tsx';
import { type Desk, pathOf, type RevisionLine } from './api.ts';
import { download } from './download.ts';

const FORMATS = ['xlsx', 'docx', 'pdf'] as const;

interface ExportMenuProps {
  readonly desk: Desk;
  readonly revisions: readonly RevisionLine[];
}

/** Files of the latest revision and of what stands now; the provisional one says so in its name and on every page. */
export function ExportMenu({ desk, revisions }: ExportMenuProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const latest = revisions.at(-1);
  const fetchFile = (revision: string, format: string): void => {
    setBusy(true);
    setError(null);
    download(`${pathOf(desk)}/consolidations/${revision}/export?format=${format}`)
      .catch(setError)
      .finally(() => setBusy(false));
  };
  const items = (revision: string) =>
    FORMATS.map((format) => (
      <Menu.Item key={format} onClick={() => fetchFile(revision, format)}>
        {t(`collect.export.${format}`)}
      </Menu.Item>
    ));
  return (
    <div>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button variant="default" loading={busy} leftSection={<IconDownload size={16} aria-hidden />}>
            {t('collect.export.title')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {latest === undefined ? null : (
            <>
              <Menu.Label>
                {t(latest.state === 'signed' ? 'collect.export.signed' : 'collect.export.draft', {
                  revision: latest.revision,
                })}
              </Menu.Label>
              {items(String(latest.revision))}
            </>
          )}
          <Menu.Label>{t('collect.export.provisional')}</Menu.Label>
          {items('provisional')}
        </Menu.Dropdown>
      </Menu>
      {error === null ? null : <Failure error={error} />}
    </div>
  );
}

import { Button, Card, Code, FileButton, Group, Stack, Text, Title } from '@mantine/core';
import { IconTrash, IconUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../ui/failure.tsx';
import { type OfficeView, usePutTemplate } from './api.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document,.docx';
/** The tags that a template begins with; all of them stand in docs/letters.md. */
const SOME_TAGS = ['{so_ky_hieu}', '{trich_yeu}', '{#noi_dung}{dong}{/noi_dung}'];

/** The office's own .docx in place of the prescribed layout. */
export function TemplateCard({
  template,
  maySet,
}: Pick<OfficeView, 'template'> & { readonly maySet: boolean }) {
  const { t } = useTranslation();
  const put = usePutTemplate();
  return (
    <Card withBorder component="section" aria-labelledby="template">
      <Stack gap="sm">
        <div>
          <Title order={2} size="h4" id="template">
            {t('registers.office.template')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('registers.office.templateHint')}{' '}
            {SOME_TAGS.map((tag) => (
              <Code key={tag} mx={2}>
                {tag}
              </Code>
            ))}
          </Text>
        </div>
        <Text size="sm">{template === null ? t('registers.office.noTemplate') : template.name}</Text>
        {put.isError ? <Failure error={put.error} /> : null}
        {maySet ? (
          <Group>
            <FileButton accept={DOCX} onChange={(file) => (file === null ? undefined : put.mutate(file))}>
              {(props) => (
                <Button
                  {...props}
                  variant="default"
                  loading={put.isPending}
                  leftSection={<IconUpload size={16} aria-hidden />}
                >
                  {t('registers.office.upload')}
                </Button>
              )}
            </FileButton>
            {template === null ? null : (
              <Button
                variant="subtle"
                color="red"
                disabled={put.isPending}
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() => put.mutate(null)}
              >
                {t('registers.office.dropTemplate')}
              </Button>
            )}
          </Group>
        ) : null}
      </Stack>
    </Card>
  );
}

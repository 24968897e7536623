import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportForm } from '#model';
import { isUnreadable } from '../api/unreadable.ts';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { type Desk, useNarrative } from './api.ts';
import { NarrativeSection } from './narrative-section.tsx';

interface NarrativeTabProps {
  readonly desk: Desk;
  readonly forms: readonly ReportForm[];
  readonly mayWrite: boolean;
}

/** The report's text, section by section, made of what the units below wrote. */
export function NarrativeTab({ desk, forms, mayWrite }: NarrativeTabProps) {
  const { t } = useTranslation();
  const sections = forms.flatMap((form) =>
    form.sections.map((section) => ({
      reportId: form.id,
      sectionId: section.id,
      label: forms.length > 1 ? `${form.title} – ${section.title}` : section.title,
    })),
  );
  const [chosen, choose] = useState(0);
  const section = sections[chosen];
  if (section === undefined) return null;
  return (
    <Stack gap="sm" maw={900}>
      <Group align="flex-end" gap="xs">
        <NativeSelect
          label={t('collect.narrative.section')}
          value={String(chosen)}
          onChange={(event) => choose(Number(event.currentTarget.value))}
          data={sections.map(({ label }, index) => ({ value: String(index), label }))}
          flex="1 1 220px"
        />
        {sections.length > 1 ? (
          <Button
            variant="default"
            disabled={chosen + 1 >= sections.length}
            onClick={() => choose(chosen + 1)}
          >
            {t('collect.narrative.next')}
          </Button>
        ) : null}
      </Group>
      <OneSection
        key={`${section.reportId}/${section.sectionId}`}
        desk={desk}
        section={section}
        mayWrite={mayWrite}
      />
      <Text size="xs" c="dimmed">
        {t('collect.narrative.meaning')}
      </Text>
    </Stack>
  );
}

function OneSection({
  desk,
  section,
  mayWrite,
}: {
  readonly desk: Desk;
  readonly section: { readonly reportId: string; readonly sectionId: string };
  readonly mayWrite: boolean;
}) {
  const narrative = useNarrative(desk, section);
  if (narrative.isPending) return <Waiting />;
  if (isUnreadable(narrative))
    return <Failure error={narrative.error} retry={() => void narrative.refetch()} />;
  return <NarrativeSection desk={desk} section={section} narrative={narrative.data} mayWrite={mayWrite} />;
}

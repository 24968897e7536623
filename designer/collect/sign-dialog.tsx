import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { missingBelow } from '#engine/coverage';
import type { RawValue, ReportForm } from '#model';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import {
  type Desk,
  type Narrative,
  readNarrative,
  type Stored,
  type Table,
  useRevision,
  useSign,
} from './api.ts';
import classes from './collect.module.css';
import { DifferenceList } from './differences.tsx';
import { OwnFiguresForm } from './own-figures-form.tsx';
import { rawOf, type Typed, typedFrom } from './own-figures.ts';
import { unused, working } from './paragraphs.ts';
import { baseOf } from './base-revision.ts';
import { missingNames } from './state-line.tsx';
import { TotalsList } from './totals-list.tsx';

interface SignDialogProps {
  readonly desk: Desk;
  readonly table: Table;
  readonly close: () => void;
}

/** Everything that a signature stands for, before it is given. */
export function SignDialog({ desk, table, close }: SignDialogProps) {
  const { t } = useTranslation();
  const draft = useRevision(desk, table.revision);
  const sections = useQueries({
    queries: table.forms.flatMap((form) =>
      form.sections.map(({ id }) => readNarrative(desk, { reportId: form.id, sectionId: id })),
    ),
  });
  const failed = [draft, ...sections].find(({ isError }) => isError);
  const narratives = sections.flatMap(({ data }) => data ?? []);
  const ready = draft.isSuccess && narratives.length === sections.length;
  return (
    <Modal
      opened
      onClose={close}
      size="xl"
      title={t('collect.signTitle', { revision: table.revision })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {failed !== undefined ? (
        <Failure error={failed.error} retry={() => void failed.refetch()} />
      ) : ready ? (
        <ToSign desk={desk} table={table} draft={draft.data} narratives={narratives} close={close} />
      ) : (
        <Waiting />
      )}
    </Modal>
  );
}

interface ToSignProps extends SignDialogProps {
  readonly draft: Stored;
  readonly narratives: readonly Narrative[];
}

type TypedForms = Readonly<Record<string, Readonly<Record<string, Typed>>>>;

function ToSign({ desk, table, draft, narratives, close }: ToSignProps) {
  const { t } = useTranslation();
  const sign = useSign(desk);
  const { coverage, ownPart } = draft;
  const below = missingBelow(coverage);
  const base = baseOf(table.revision, table.revisions);
  const [withOwn, setWithOwn] = useState(false);
  const [typed, setTyped] = useState<TypedForms>(() => typedForms(table.forms, ownPart));
  const changed = Object.values(table.differences).some((each) => each.length > 0);
  const flagged = narratives.filter(({ paragraphs }) => paragraphs.some(({ changes }) => changes.length > 0));
  const written = narratives.filter(({ revision }) => revision > 0);
  const fresh = written.filter((each) => unused(each, working(each)).some(({ behind }) => !behind));
  const submit = (): void =>
    sign.mutate(
      {
        revision: table.revision,
        ownPart: withOwn ? rawForms(table.forms, typed) : null,
        narrative: written.map(({ reportId, sectionId, revision }) => ({ reportId, sectionId, revision })),
      },
      { onSuccess: close },
    );
  return (
    <Stack gap="sm">
      <Text fw={600}>{t('collect.signCoverage', { accepted: coverage.accepted, owed: coverage.owed })}</Text>
      {coverage.missing.length === 0 ? null : (
        <Alert color="orange" title={t('collect.signMissing', { count: coverage.missing.length })}>
          {missingNames(coverage.missing, (state) => t(`collect.missing.${state}`))}
        </Alert>
      )}
      {below.length === 0 ? null : (
        <Alert color="orange" title={t('collect.signMissingBelow', { count: below.length })}>
          {missingNames(below, (state) => t(`collect.missing.${state}`))}
        </Alert>
      )}
      {changed ? (
        <Alert color="orange">{t('collect.signChanged', { revision: table.revision })}</Alert>
      ) : null}
      <TotalsList forms={table.forms} reports={draft.reports} />
      {base !== null ? (
        <div>
          <Text size="sm" fw={600}>
            {t('collect.signDifferences', { revision: base })}
          </Text>
          <DifferenceList forms={table.forms} differences={draft.differences} rows={table.rows} />
        </div>
      ) : null}
      {flagged.length === 0 ? null : (
        <Alert color="orange">
          {t('collect.signFlagged', { sections: flagged.map(({ title }) => title).join('; ') })}
        </Alert>
      )}
      {fresh.length === 0 ? null : (
        <Alert color="orange">
          {t('collect.signFresh', { sections: fresh.map(({ title }) => title).join('; ') })}
        </Alert>
      )}
      {narratives.map(({ reportId, sectionId, title, printed, revision }) => (
        <div key={`${reportId}/${sectionId}`}>
          <Text size="sm" fw={600}>
            {title}
            {revision === 0 ? ` (${t('collect.narrative.asGathered')})` : ''}
          </Text>
          <Text size="sm" className={classes['printed'] ?? ''}>
            {printed === '' ? t('collect.narrative.empty') : printed}
          </Text>
        </div>
      ))}
      <Checkbox
        label={t('collect.signOwn')}
        description={t(ownPart === null ? 'collect.signOwnHint' : 'collect.signOwnKept')}
        checked={withOwn}
        onChange={(event) => setWithOwn(event.currentTarget.checked)}
      />
      {withOwn
        ? table.forms.map((form) => (
            <OwnFiguresForm
              key={form.id}
              form={form}
              typed={typed[form.id] ?? {}}
              type={(indicator, next) =>
                setTyped({ ...typed, [form.id]: { ...typed[form.id], [indicator]: next } })
              }
            />
          ))
        : null}
      <Text size="sm" c="dimmed">
        {t('collect.signMeans')}
      </Text>
      {sign.isError ? <Failure error={sign.error} /> : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button loading={sign.isPending} onClick={submit}>
          {t('collect.signNow')}
        </Button>
      </Group>
    </Stack>
  );
}

const typedForms = (forms: readonly ReportForm[], ownPart: Stored['ownPart']): TypedForms =>
  Object.fromEntries(
    forms.map((form) => [
      form.id,
      Object.fromEntries(
        form.indicators.map((indicator) => [
          indicator.id,
          typedFrom(ownPart?.[form.id]?.values ?? {}, indicator),
        ]),
      ),
    ]),
  );

function rawForms(forms: readonly ReportForm[], typed: TypedForms) {
  const parts: Record<string, { values: Record<string, RawValue> }> = {};
  for (const form of forms) {
    const values: Record<string, RawValue> = {};
    for (const indicator of form.indicators) {
      const raw = rawOf(indicator, typed[form.id]?.[indicator.id] ?? { first: '', second: '' });
      if (raw !== undefined) values[indicator.id] = raw;
    }
    if (Object.keys(values).length > 0) parts[form.id] = { values };
  }
  return Object.keys(parts).length === 0 ? null : parts;
}

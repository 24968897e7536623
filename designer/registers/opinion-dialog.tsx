import { Checkbox, MultiSelect, Select, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../api/client.ts';
import { WorkingDayField } from '../form/working-day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useColleagues } from '../tasks/api.ts';
import { type Incoming, useOpinion } from './api.ts';
import { codeOf } from './code-words.ts';

/** Phiếu giải quyết: who leads, who takes part, by when, and in what words. */
export function OpinionDialog({ row, close }: { readonly row: Incoming; readonly close: () => void }) {
  const { t } = useTranslation();
  const people = useColleagues(row.unitId);
  const opinion = useOpinion();
  const [text, setText] = useState(row.opinion);
  const [lead, setLead] = useState(row.leadPersonId);
  const [others, setOthers] = useState<string[]>(row.coordinators.map(({ id }) => id));
  const [dueOn, setDue] = useState(row.dueOn);
  const [readable, setReadable] = useState(true);
  const [known, setKnown] = useState(false);
  const tooLate = opinion.error instanceof Refusal && opinion.error.code === 'incoming.afterDeadline';
  const named = (people.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const decide = () =>
    opinion.mutate(
      {
        id: row.id,
        opinion: text.trim(),
        leadPersonId: lead,
        coordinatorPersonIds: others.filter((id) => id !== lead),
        dueOn,
        afterDeadline: known,
        expectedRevision: row.revision,
      },
      { onSuccess: close },
    );
  return (
    <Dialog
      title={t('registers.opinion.title')}
      close={close}
      submit={t('registers.opinion.assign')}
      onSubmit={decide}
      ready={readable && (lead !== null || text.trim() !== '')}
      act={opinion}
    >
      <Text size="sm" c="dimmed">
        {t('registers.arrivalNumber', { number: row.arrivalNumber })} · {codeOf(row.document)}:{' '}
        {row.document.subject}
      </Text>
      <Select
        label={t('registers.opinion.lead')}
        description={t('registers.opinion.leadHint')}
        placeholder={t('registers.opinion.choose')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('registers.opinion.nobody') }}
        data={named}
        value={lead}
        onChange={setLead}
      />
      <MultiSelect
        label={t('registers.opinion.with')}
        placeholder={others.length === 0 ? t('registers.opinion.choose') : ''}
        searchable
        data={named.filter(({ value }) => value !== lead)}
        value={others.filter((id) => id !== lead)}
        onChange={setOthers}
        disabled={lead === null}
      />
      <WorkingDayField
        label={t('registers.opinion.due')}
        value={dueOn}
        onChange={(day, isReadable) => {
          setDue(day);
          setReadable(isReadable);
        }}
        calendar={undefined}
        from={null}
      />
      {tooLate || known ? (
        <Checkbox
          label={t('registers.opinion.afterDeadline')}
          checked={known}
          onChange={(event) => setKnown(event.currentTarget.checked)}
        />
      ) : null}
      <Textarea
        label={t('registers.opinion.words')}
        autosize
        minRows={2}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </Dialog>
  );
}

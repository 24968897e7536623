import {
  Button,
  Card,
  Fieldset,
  Group,
  SegmentedControl,
  Stack,
  TagsInput,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DocumentSystem, type Office, Signature } from '#model';
import { useMe } from '../api/session.ts';
import { isUnreadable } from '../api/unreadable.ts';
import { Failure } from '../ui/failure.tsx';
import { usePageTitle } from '../ui/page-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { type OfficeView, useOffice, usePutOffice } from './api.ts';
import { ApprovalFields } from './approval-fields.tsx';
import classes from './registers.module.css';
import { SETS_OFFICE } from './sets-office.ts';
import { TemplateCard } from './template-card.tsx';

/** How the unit's letters look, who approves them, and its own template. */
export function OfficePage() {
  const { t } = useTranslation();
  usePageTitle(t('registers.office.title'));
  const found = useOffice();
  const scopes = useMe().data?.scopes ?? [];
  const maySet = SETS_OFFICE.some((scope) => scopes.includes(scope));
  if (found.isPending) return <Waiting />;
  if (isUnreadable(found)) return <Failure error={found.error} retry={() => void found.refetch()} />;
  return (
    <Stack maw={760} mx="auto">
      <div>
        <Title order={1} size="h2">
          {t('registers.office.title')}
        </Title>
        <Text c="dimmed">{found.data.unitName}</Text>
      </div>
      {maySet ? null : <Text size="sm">{t('registers.office.onlyLook')}</Text>}
      {maySet && found.data.revision === 0 ? <Text size="sm">{t('registers.office.derived')}</Text> : null}
      <OfficeForm key={found.data.revision} view={found.data} maySet={maySet} />
      <TemplateCard template={found.data.template} maySet={maySet} />
    </Stack>
  );
}

const Sign = Signature.shape.authority.unwrap().element;

function OfficeForm({ view, maySet }: { readonly view: OfficeView; readonly maySet: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const put = usePutOffice();
  const [office, set] = useState<Office>(view.office);
  const change = (part: Partial<Office>) => set({ ...office, ...part });
  const save = () => put.mutate({ office, expectedRevision: view.revision });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Fieldset variant="unstyled" disabled={!maySet} className={maySet ? undefined : classes['onlyLook']}>
        <Stack>
          <Card withBorder>
            <Stack gap="sm">
              <TextInput
                label={t('registers.office.issuingBody')}
                placeholder={view.unitName}
                maxLength={200}
                value={office.issuingBody ?? ''}
                onChange={(event) => change({ issuingBody: event.currentTarget.value || null })}
              />
              <TextInput
                label={t('registers.office.parentBody')}
                description={t('registers.office.parentHint')}
                maxLength={200}
                value={office.parentBody ?? ''}
                onChange={(event) => change({ parentBody: event.currentTarget.value || null })}
              />
              <Group grow align="flex-start" preventGrowOverflow={false}>
                <TextInput
                  required
                  label={t('registers.office.notation')}
                  description={t('registers.office.notationHint')}
                  maxLength={30}
                  value={office.notation}
                  onChange={(event) => change({ notation: event.currentTarget.value })}
                />
                <TextInput
                  label={t('registers.office.place')}
                  description={t('registers.office.placeHint')}
                  maxLength={100}
                  value={office.place}
                  onChange={(event) => change({ place: event.currentTarget.value })}
                />
              </Group>
              <div>
                <Text size="sm" fw={500} id="system">
                  {t('letter.form.system')}
                </Text>
                <SegmentedControl
                  aria-labelledby="system"
                  size="xs"
                  value={office.system}
                  onChange={(system) => change({ system: DocumentSystem.parse(system) })}
                  data={DocumentSystem.options.map((each) => ({
                    value: each,
                    label: t(`letter.form.system_${each}`),
                  }))}
                />
              </div>
              <TagsInput
                label={t('registers.office.authority')}
                description={t('registers.office.authorityHint')}
                data={Sign.options.map((each) => `${each}.`)}
                maxTags={3}
                value={office.signatureAuthority.map((each) => `${each}.`)}
                onChange={(signs) =>
                  change({
                    signatureAuthority: signs.flatMap((sign) => {
                      const known = Sign.safeParse(sign.replace(/\.$/, '').toUpperCase());
                      return known.success ? [known.data] : [];
                    }),
                  })
                }
              />
              <TagsInput
                label={t('registers.office.titles')}
                description={t('registers.office.titlesHint')}
                maxTags={4}
                value={office.signatureTitles}
                onChange={(titles) => change({ signatureTitles: titles.map((title) => title.slice(0, 120)) })}
              />
              <TextInput
                label={t('registers.office.signer')}
                maxLength={120}
                value={office.signerName ?? ''}
                onChange={(event) => change({ signerName: event.currentTarget.value || null })}
              />
            </Stack>
          </Card>
          <ApprovalFields
            approval={office.approval}
            people={view.people}
            readOnly={me.data?.scopes.includes('letters:approve') !== true}
            onChange={(approval) => change({ approval })}
          />
          {put.isError ? <Failure error={put.error} /> : null}
          {maySet ? (
            <Group>
              <Button type="submit" loading={put.isPending} disabled={office.notation.trim() === ''}>
                {t('registers.office.save')}
              </Button>
              <Text size="sm" c="dimmed" role="status">
                {view.revision > 0 && office === view.office ? t('registers.save.saved') : ''}
              </Text>
            </Group>
          ) : null}
        </Stack>
      </Fieldset>
    </form>
  );
}

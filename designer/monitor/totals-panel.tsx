import { Accordion, Anchor, Badge, Button, Group, Paper, Spoiler, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Indicator, ReportForm } from '#model';
import type { TreeUnit } from '#api/routes/campaigns/tree-shapes';
import { type Place, useConsolidation, useTree } from '../api/queries.ts';
import { isUnreadable } from '../api/unreadable.ts';
import { Failure } from '../ui/failure.tsx';
import { Sources } from './sources.tsx';
import classes from './totals-panel.module.css';
import { valueText } from './value-text.ts';

interface TotalsPanelProps {
  readonly place: Place;
  readonly forms: readonly ReportForm[];
}

/** What every collecting unit has added up so far; a provisional figure cannot be mistaken for a signed one. */
export function TotalsPanel({ place, forms }: TotalsPanelProps) {
  const { t } = useTranslation();
  const tree = useTree(place, null);
  if (isUnreadable(tree)) return <Failure error={tree.error} retry={() => void tree.refetch()} />;
  const first = tree.data?.pages[0];
  const all = [
    ...(first?.parent ? [first.parent] : []),
    ...(tree.data?.pages.flatMap((page) => page.units) ?? []),
  ];
  const collecting = all.filter((unit) => unit.node?.collects === true && unit.node.openedAt !== null);
  if (tree.isSuccess && collecting.length === 0) return <Text c="dimmed">{t('totals.none')}</Text>;
  return (
    <Accordion
      multiple
      defaultValue={collecting.slice(0, 2).map((unit) => unit.unitId)}
      variant="separated"
      keepMounted={false}
    >
      {collecting.map((unit) => (
        <Accordion.Item key={unit.unitId} value={unit.unitId}>
          <Accordion.Control>
            <Group gap="xs">
              <Text fw={600}>{unit.unitName}</Text>
              <State unit={unit} />
            </Group>
          </Accordion.Control>
          <Accordion.Panel>
            <UnitTotals place={place} unit={unit} forms={forms} />
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

function State({ unit }: { readonly unit: TreeUnit }) {
  const { t } = useTranslation();
  const { revision = 0, signedRevision = 0 } = unit.node ?? {};
  if (revision === 0)
    return (
      <Badge variant="outline" color="gray">
        {t('totals.provisional')}
      </Badge>
    );
  if (signedRevision === revision) return <Badge color="pine">{t('totals.signed', { revision })}</Badge>;
  return (
    <Badge variant="light" color="orange">
      {t('totals.draft', { revision })}
    </Badge>
  );
}

function UnitTotals({
  place,
  unit,
  forms,
}: {
  readonly place: Place;
  readonly unit: TreeUnit;
  readonly forms: readonly ReportForm[];
}) {
  const { t, i18n } = useTranslation();
  const revision = unit.node?.revision ?? 0;
  const drawn = useConsolidation(place, unit.unitId, revision === 0 ? null : revision);
  const [cell, open] = useState<{ readonly report: string; readonly indicator: Indicator } | null>(null);
  if (isUnreadable(drawn)) return <Failure error={drawn.error} retry={() => void drawn.refetch()} />;
  if (!drawn.isSuccess) return <Text c="dimmed">{t('common.loading')}</Text>;
  const { reports, coverage } = drawn.data;
  const sources = cell === null ? [] : (reports[cell.report]?.indicators[cell.indicator.id]?.from ?? []);
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Badge variant="light" color={coverage.accepted === coverage.owed ? 'pine' : 'orange'}>
          {t('totals.coverage', { accepted: coverage.accepted, owed: coverage.owed })}
        </Badge>
        {coverage.accepted === coverage.owed ? <Text size="sm">{t('totals.complete')}</Text> : null}
        <Anchor
          component={Link}
          size="sm"
          to={`/campaigns/${place.campaignId}/collect/${place.period}/${unit.unitId}`}
        >
          {t('collect.theirTable', { unit: unit.unitName })}
        </Anchor>
      </Group>
      {coverage.missing.length > 0 ? (
        <Paper withBorder p="xs" className={classes['missing'] ?? ''}>
          <Text size="sm" fw={600}>
            {t('totals.missing')} ({coverage.missing.length})
          </Text>
          <Spoiler maxHeight={66} showLabel={t('totals.missingMore')} hideLabel={t('totals.missingLess')}>
            <Text size="sm">{coverage.missing.map((each) => each.unitName).join('; ')}</Text>
          </Spoiler>
        </Paper>
      ) : null}
      {forms
        .filter((form) => reports[form.id] !== undefined)
        .map((form) => (
          <div key={form.id}>
            {forms.length > 1 ? <Text fw={600}>{form.title}</Text> : null}
            {form.inferred ? (
              <Text size="xs" c="dimmed">
                {t('totals.inferred')}
              </Text>
            ) : null}
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('totals.indicator')}</Table.Th>
                  <Table.Th ta="right" className={classes['figure'] ?? ''}>
                    {t('totals.value')}
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {form.indicators.map((indicator) => (
                  <Table.Tr key={indicator.id}>
                    <Table.Td>{indicator.label}</Table.Td>
                    <Table.Td ta="right">
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        title={t('totals.sources')}
                        onClick={() => open({ report: form.id, indicator })}
                      >
                        {valueText(
                          reports[form.id]?.indicators[indicator.id]?.value ?? null,
                          indicator,
                          i18n.language,
                        )}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        ))}
      <Sources indicator={cell?.indicator ?? null} sources={sources} close={() => open(null)} />
    </Stack>
  );
}

import {
  Button,
  Card,
  Group,
  MultiSelect,
  SegmentedControl,
  Stack,
  Switch,
  Text,
  Title,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ApprovalChain, ApprovalStep } from '#model';
import type { OfficeView } from './api.ts';
import { APPROVING } from './code-words.ts';

interface ApprovalFieldsProps {
  readonly approval: ApprovalChain;
  readonly people: OfficeView['people'];
  readonly readOnly: boolean;
  readonly onChange: (approval: ApprovalChain) => void;
}

const MOST_STEPS = 5;
const ROLE = 'role:';

/** Chuyên viên drafts, these steps approve in their order, văn thư issues. */
export function ApprovalFields({ approval, people, readOnly, onChange }: ApprovalFieldsProps) {
  const { t } = useTranslation();
  const { steps, selfApproval } = approval;
  const put = (at: number, step: ApprovalStep) =>
    onChange({ ...approval, steps: steps.map((each, index) => (index === at ? step : each)) });
  return (
    <Card withBorder component="section" aria-labelledby="approval">
      <Stack gap="sm">
        <div>
          <Title order={2} size="h4" id="approval">
            {t('registers.office.approval')}
          </Title>
          <Text size="sm" c="dimmed">
            {t(readOnly ? 'registers.office.approvalLeader' : 'registers.office.approvalHint')}
          </Text>
        </div>
        {steps.map((step, at) => (
          // steps have no name of their own: their order is what they are
          <Stack key={at} gap={4}>
            <Group justify="space-between">
              <Text size="sm" fw={600}>
                {t('registers.office.step', { step: at + 1 })}
              </Text>
              {readOnly ? null : (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="gray"
                  leftSection={<IconTrash size={14} aria-hidden />}
                  onClick={() => onChange({ ...approval, steps: steps.filter((_, index) => index !== at) })}
                >
                  {t('registers.office.removeStep')}
                </Button>
              )}
            </Group>
            <Step
              step={step}
              number={at + 1}
              people={people}
              readOnly={readOnly}
              onChange={(next) => put(at, next)}
            />
          </Stack>
        ))}
        {steps.length === 0 ? <Text size="sm">{t('registers.office.noSteps')}</Text> : null}
        {readOnly || steps.length >= MOST_STEPS ? null : (
          <Button
            variant="light"
            size="xs"
            style={{ alignSelf: 'flex-start' }}
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() =>
              onChange({ ...approval, steps: [...steps, { mode: 'any', roles: ['leader'], personIds: [] }] })
            }
          >
            {t('registers.office.addStep')}
          </Button>
        )}
        <Switch
          label={t('registers.office.selfApproval')}
          description={t('registers.office.selfHint')}
          checked={selfApproval}
          disabled={readOnly}
          onChange={(event) => onChange({ ...approval, selfApproval: event.currentTarget.checked })}
        />
      </Stack>
    </Card>
  );
}

interface StepProps {
  readonly step: ApprovalStep;
  readonly number: number;
  readonly people: OfficeView['people'];
  readonly readOnly: boolean;
  readonly onChange: (step: ApprovalStep) => void;
}

function Step({ step, number, people, readOnly, onChange }: StepProps) {
  const { t } = useTranslation();
  const data = [
    {
      group: t('registers.office.byRole'),
      items: APPROVING.map((role) => ({ value: ROLE + role, label: t(`registers.role.${role}`) })),
    },
    {
      group: t('registers.office.byName'),
      items: people.map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
  return (
    <>
      <MultiSelect
        aria-label={t('registers.office.who', { step: number })}
        placeholder={t('registers.office.whoExample')}
        data={data}
        searchable
        readOnly={readOnly}
        value={[...step.roles.map((role) => ROLE + role), ...step.personIds]}
        onChange={(chosen) =>
          onChange({
            ...step,
            roles: APPROVING.filter((role) => chosen.includes(ROLE + role)),
            personIds: chosen.filter((each) => !each.startsWith(ROLE)),
          })
        }
      />
      <SegmentedControl
        size="xs"
        aria-label={t('registers.office.howMany', { step: number })}
        readOnly={readOnly}
        value={step.mode}
        onChange={(mode) => onChange({ ...step, mode: mode === 'all' ? 'all' : 'any' })}
        data={[
          { value: 'any', label: t('registers.office.any') },
          { value: 'all', label: t('registers.office.all') },
        ]}
      />
    </>
  );
}

import { Group, List, Stack, Text } from '@mantine/core';
import type { Directive, PlanTask } from '#model';

/** The directive as it was written, and the tasks that the cascade hands out. Text stays text. */
export function Letter({
  directive,
  tasks,
}: {
  readonly directive: Directive;
  readonly tasks: readonly PlanTask[];
}) {
  const { issuedDate: issued } = directive;
  return (
    <Stack gap="sm" maw={760} component="article" lang="vi">
      <Group justify="space-between" align="flex-start">
        <div>
          {directive.parentBody === null ? null : <Text size="sm">{directive.parentBody}</Text>}
          <Text fw={700}>{directive.issuingBody}</Text>
          <Text size="sm">
            Số: {directive.codeNumber ?? '…'}/{directive.codeNotation}
          </Text>
        </div>
        <Text size="sm" fs="italic">
          {directive.place}, ngày {issued?.day ?? '…'} tháng {issued?.month ?? '…'} năm {issued?.year ?? '…'}
        </Text>
      </Group>
      <Text fw={600}>V/v {directive.subject}</Text>
      <div>
        <Text size="sm">Kính gửi:</Text>
        <List size="sm">
          {directive.addressees.map((each) => (
            <List.Item key={each.text}>{each.text}</List.Item>
          ))}
        </List>
      </div>
      {directive.paragraphs.map((paragraph, index) => (
        // paragraphs of a letter never change order
        <Text key={`${index}-${paragraph.slice(0, 12)}`} size="sm">
          {paragraph}
        </Text>
      ))}
      <List size="sm" type="ordered">
        {tasks.map((task) => (
          <List.Item key={task.id}>{task.text}</List.Item>
        ))}
      </List>
      <Group justify="space-between" align="flex-start">
        <div>
          <Text size="sm" fs="italic" fw={700}>
            Nơi nhận:
          </Text>
          <List size="xs">
            {directive.recipients.map((each) => (
              <List.Item key={each.name}>{each.name}</List.Item>
            ))}
          </List>
        </div>
        {directive.signature === null ? null : (
          <Stack gap={0} align="center">
            {directive.signature.titles.map((title, index) => (
              <Text key={title} fw={700} size="sm">
                {directive.signature?.authority[index] ? `${directive.signature.authority[index]}. ` : ''}
                {title}
              </Text>
            ))}
            <Text fw={700} mt="md">
              {directive.signature.name}
            </Text>
          </Stack>
        )}
      </Group>
    </Stack>
  );
}

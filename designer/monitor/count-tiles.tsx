import { SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CampaignDetails } from '#api/routes/campaigns/shapes';
import { count } from '../ui/numbers.ts';

export function CountTiles({ counts }: { readonly counts: CampaignDetails['counts'] }) {
  const { t, i18n } = useTranslation();
  const figure = (value: number) => count(value, i18n.language);
  const tiles = [
    ['done', `${figure(counts.done)}/${figure(counts.opened)}`],
    ['waiting', figure(counts.outstanding)],
    ['submitted', figure(counts.submitted)],
    ['returned', figure(counts.returned)],
    ['missing', figure(counts.overdue)],
  ] as const;
  return (
    <SimpleGrid cols={{ base: 3, xs: 5 }} spacing="xs">
      {tiles.map(([name, value]) => (
        <div key={name}>
          <Text size="xs" c="dimmed">
            {t(`counts.${name}`)}
          </Text>
          <Text
            fw={700}
            size="xl"
            data-testid={`count-${name}`}
            {...(name === 'missing' && counts.overdue > 0 ? { c: 'var(--cascade-alarm)' } : {})}
          >
            {value}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}

import { Anchor, Stack } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { Failure } from '../ui/failure.tsx';
import { usePageTitle } from '../ui/page-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useDraftLetter } from './api.ts';

/** Opens the letter with which the unit passes on, drawn up where there is none yet. */
export function PassOnPage() {
  const { t } = useTranslation();
  usePageTitle(t('registers.letter.passOn'));
  const { campaignId = '', periodKey = '' } = useParams();
  const draft = useDraftLetter();
  const navigate = useNavigate();
  const open = useEffectEvent(() =>
    draft.mutate(
      { kind: 'dissemination', campaignId, periodKey },
      { onSuccess: ({ id }) => void navigate(`/letters/${id}`, { replace: true }) },
    ),
  );
  // asked twice it is the same letter
  useEffect(() => open(), [campaignId, periodKey]);
  if (!draft.isError) return <Waiting />;
  return (
    <Stack maw={700} mx="auto">
      <Failure error={draft.error} />
      <Anchor component={Link} to={`/campaigns/${campaignId}`}>
        {t('registers.toCampaign')}
      </Anchor>
    </Stack>
  );
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Due } from '#model';
import type { ShownProblem } from '#api/http/shapes';
import type { PlanSummary, PreviewBody, StartBody, StartedCampaign } from '#api/routes/campaigns/shapes';
import { post } from './client.ts';

export type { PlanSummary } from '#api/routes/campaigns/shapes';

/** What a campaign would be started with. */
export type StartWish = Omit<PreviewBody, 'directive'> &
  Required<Pick<PreviewBody, 'version' | 'parameters'>>;

export type PlannedDue = PlanSummary['periods'][number]['dues'][number];

/** Writes nothing: asked again whenever something changes. */
export const usePreview = (wish: StartWish, enabled: boolean) =>
  useQuery({
    queryKey: ['preview', wish],
    queryFn: () => post<PlanSummary, PreviewBody>('/api/campaigns/preview', wish),
    placeholderData: keepPreviousData,
    retry: false,
    enabled,
  });

export const startCampaign = (
  wish: StartWish & Pick<StartBody, 'mode' | 'title'>,
  key: string,
): Promise<StartedCampaign> => post<StartedCampaign, StartBody>('/api/campaigns', wish, key);

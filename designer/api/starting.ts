import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Due } from '#model';
import { post } from './client.ts';
import type { ShownProblem } from './shapes.ts';

/** What a campaign would be started with. */
export interface StartWish {
  readonly definitionId: string;
  readonly version: number;
  readonly rootUnitId: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  /** Rehearsals only: a live campaign starts now. */
  readonly startAt?: string;
  /** Starting although a level gets too few working days. */
  readonly override?: { readonly reason: string };
}

export type PlannedDue = Due & { readonly dueKey: string; readonly units: number };

/** Who would be addressed, how many, until when and why. */
export interface PlanSummary {
  readonly counts: {
    readonly units: number;
    readonly obligations: number;
    readonly acknowledgements: number;
  };
  readonly groups: readonly {
    readonly nodeId: string;
    readonly name: string;
    readonly units: number;
    readonly examples: readonly string[];
  }[];
  readonly periods: readonly {
    readonly key: string;
    readonly label: string;
    readonly dues: readonly PlannedDue[];
  }[];
  readonly warnings: readonly ShownProblem[];
}

/** Writes nothing: asked again whenever something changes. */
export const usePreview = (wish: StartWish, enabled: boolean) =>
  useQuery({
    queryKey: ['preview', wish],
    queryFn: () => post<PlanSummary>('/api/campaigns/preview', wish),
    placeholderData: keepPreviousData,
    retry: false,
    enabled,
  });

export const startCampaign = (
  wish: StartWish & { readonly mode: 'live' | 'rehearsal'; readonly title?: string },
  key: string,
): Promise<{ readonly id: string }> => post<{ readonly id: string }>('/api/campaigns', wish, key);

import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import type { Page } from '#api/http/shapes';
import type { Board, BoardUnit, Figure } from '#api/routes/board/shapes';
import type { DraftBody, Drafted } from '#api/routes/letters/act-shapes';
import { get, post } from '../api/client.ts';
import type { Place } from '../api/queries.ts';

export type { Board, BoardUnit, Figure } from '#api/routes/board/shapes';

export type Figures = Readonly<Record<Figure, number>>;

/** A number of the board: which figure of which row. */
export interface Asked {
  readonly figure: Figure;
  /** Node of the drawing, or branch below the parent; neither: the whole period. */
  readonly level: string | null;
  readonly branch: string | null;
  readonly parent: string | null;
  /** Name of the row. */
  readonly of: string;
}

/** Below ['campaign', id], so that the stream of events reads it anew. `parent` null: the root's branches. */
export const useBoard = ({ campaignId, period }: Place, parent: string | null) =>
  useQuery({
    queryKey: ['campaign', campaignId, 'board', period, parent],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ period, ...(parent === null ? {} : { parent }) });
      return get<Board>(`/api/campaigns/${campaignId}/board?${query.toString()}`, signal);
    },
    placeholderData: keepPreviousData,
  });

const behind = (period: string, { figure, level, branch, parent }: Asked, q = ''): URLSearchParams => {
  const query = new URLSearchParams({ period, figure });
  if (level !== null) query.set('level', level);
  if (branch !== null) query.set('branch', branch);
  if (parent !== null) query.set('parent', parent);
  if (q !== '') query.set('q', q);
  return query;
};

export const useUnitsBehind = ({ campaignId, period }: Place, asked: Asked, q: string) =>
  useInfiniteQuery({
    queryKey: ['campaign', campaignId, 'board', period, 'units', asked, q],
    queryFn: ({ signal, pageParam }) => {
      const query = behind(period, asked, q);
      query.set('limit', '100');
      if (pageParam !== '') query.set('cursor', pageParam);
      return get<Page<BoardUnit>>(`/api/campaigns/${campaignId}/board/units?${query.toString()}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** Address of the same names as a file. */
export const fileBehind = ({ campaignId, period }: Place, asked: Asked): string =>
  `/api/campaigns/${campaignId}/board/export?${behind(period, asked).toString()}`;

/** A draft of the letter that urges those who are missing. */
export const useChaseLetter = ({ campaignId, period }: Place) =>
  useMutation({
    mutationFn: (key: string) =>
      post<Drafted, DraftBody>('/api/letters', { kind: 'chase', campaignId, periodKey: period }, key),
  });

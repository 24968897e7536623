import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { Drawing } from '../drawing/drawing.ts';
import { createOwn } from './create-own.ts';

interface Wanted {
  readonly drawing: Drawing;
  readonly title: string;
  readonly template?: boolean;
}

/** Makes a drawing and opens it; a template stays in the gallery instead. */
export function useCreate() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: Wanted) => createOwn(wanted),
    onSuccess: async ({ id, template }) => {
      await queries.invalidateQueries({ queryKey: ['definitions'] });
      if (!template) await navigate(`/drawings/${id}`);
    },
  });
}

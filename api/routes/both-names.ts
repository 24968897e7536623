/** In a Vietnamese file: who did it, and for whom where somebody stood in; the system itself has no name. */
export const bothNames = (by: string | null, onBehalfOf: string | null): string =>
  `${by ?? 'hệ thống'}${onBehalfOf === null ? '' : ` (thay ${onBehalfOf})`}`;

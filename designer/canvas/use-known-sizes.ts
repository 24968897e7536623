import { useStoreApi } from '@xyflow/react';
import { useState } from 'react';

/**
 * Boxes have fixed sizes and lines fixed ends (`flow-nodes.ts`), while React Flow measures every box that
 * comes into view, and with it the dots that happen to be on the page just then: lines would lose their ends
 * where no dots are shown, and each measuring holds up a frame of panning. Said before the first box is drawn.
 */
export function useKnownSizes(): void {
  const store = useStoreApi();
  useState(() => store.setState({ updateNodeInternals: () => undefined }));
}

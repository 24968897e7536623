import { Client, Connection } from '@temporalio/client';
import { inject } from 'vitest';

export interface Told {
  readonly workflowId: string;
  readonly status: string;
  /** Of the latest run. */
  readonly events: number;
}

/** What Temporal itself says about workflows, in the order asked for. */
export async function historiesOf(workflowIds: readonly string[]): Promise<readonly Told[]> {
  const { temporalAddress: address, namespace } = inject('stack');
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace });
  try {
    return await Promise.all(
      workflowIds.map(async (workflowId) => {
        const { status, historyLength } = await client.workflow.getHandle(workflowId).describe();
        return { workflowId, status: status.name, events: historyLength };
      }),
    );
  } finally {
    await connection.close();
  }
}

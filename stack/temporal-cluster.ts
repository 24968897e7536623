import { Connection, type ConnectionOptions } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { reasonOf } from './messages.ts';

const KEYWORD = 2;
const ANSWER_WITHIN_MS = 5_000;

async function withConnection(
  options: ConnectionOptions,
  look: (connection: Connection) => Promise<string | undefined>,
): Promise<string | undefined> {
  let connection: Connection | undefined;
  try {
    connection = await Connection.connect({ connectTimeout: ANSWER_WITHIN_MS, ...options });
    const open = connection;
    return await open.withDeadline(Date.now() + ANSWER_WITHIN_MS, () => look(open));
  } catch (error) {
    return reasonOf(error);
  } finally {
    await connection?.close();
  }
}

/** Undefined when the namespace answers; otherwise the reason why not. */
export function whyNotServing({ address, namespace }: { address: string; namespace: string }) {
  return withConnection({ address, connectTimeout: 1_000 }, async (connection) => {
    await connection.workflowService.describeNamespace({ namespace });
    return undefined;
  });
}

/** Reaches the cluster the environment describes and adds the search attributes it lacks; the reason if it cannot. */
export function openCluster(namespace: string, attributes: readonly string[]): Promise<string | undefined> {
  const { connectionOptions } = loadClientConnectConfig();
  const { address, tls, apiKey, metadata } = connectionOptions;
  const options: ConnectionOptions = {
    ...(address !== undefined && { address }),
    ...(tls !== undefined && { tls }),
    ...(apiKey !== undefined && { apiKey }),
    ...(metadata !== undefined && { metadata }),
  };
  return withConnection(options, async (connection) => {
    await connection.workflowService.describeNamespace({ namespace });
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    const missing = attributes.filter((name) => customAttributes[name] === undefined);
    if (missing.length === 0) return undefined;
    const searchAttributes = Object.fromEntries(missing.map((name) => [name, KEYWORD]));
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
    return undefined;
  });
}

import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { createPool } from './pool.ts';
import { inTransaction } from './transaction.ts';

const LET_IN = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);

it('gives up a server that lets in and then says nothing: statements and transactions fail, one after the other', async () => {
  const lines: Socket[] = [];
  const server = createServer((line) => {
    lines.push(line);
    line.once('data', () => line.write(LET_IN));
    line.on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const broken: Error[] = [];
  const pool = createPool({
    databaseUrl: `postgres://x@127.0.0.1:${port}/x`,
    max: 1,
    silentMs: 100,
    onBroken: (error) => void broken.push(error),
  });
  try {
    await expect(pool.query('SELECT 1')).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    await expect(inTransaction(pool, () => Promise.resolve(1))).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    expect([lines.length, pool.totalCount]).toEqual([2, 0]);
    expect(broken[0]?.message).toBe('PostgreSQL said nothing for 0.1 s');
  } finally {
    await pool.end();
    for (const line of lines) line.destroy();
    server.close();
  }
});

import { Router } from 'express';
import { connect } from 'node:net';
import { databaseNow } from '#db';
import type { Services } from '../services.ts';

const PATIENCE_MS = 1_500;

/** `/healthz`: this process runs. `/readyz`: it can serve; Temporal away is `degraded` only, no act needs it. */
export function healthRoutes({ pool, temporalAddress }: Services): Router {
  const routes = Router();
  routes.get('/healthz', (_req, res) => void res.json({ status: 'ok' }));
  routes.get('/readyz', (_req, res, next) => {
    const look = async () => {
      const [database, temporal] = await Promise.all([within(databaseNow(pool)), listens(temporalAddress)]);
      const status = database ? (temporal ? 'ok' : 'degraded') : 'unavailable';
      res
        .status(database ? 200 : 503)
        .json({ status, database: database ? 'up' : 'down', temporal: temporal ? 'up' : 'down' });
    };
    look().catch(next);
  });
  return routes;
}

const within = (asked: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    asked.then(
      () => true,
      () => false,
    ),
    new Promise<false>((done) => setTimeout(() => done(false), PATIENCE_MS).unref()),
  ]);

function listens(address: string): Promise<boolean> {
  const colon = address.lastIndexOf(':');
  const socket = connect({
    host: address.slice(0, colon),
    port: Number(address.slice(colon + 1)),
    timeout: PATIENCE_MS,
  });
  return new Promise((done) => {
    const settle = (up: boolean) => {
      socket.destroy();
      done(up);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });
}

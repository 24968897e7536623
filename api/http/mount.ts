import express, {
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import type { ActContext } from '#acts';
import { problem } from '#model/problem';
import { scopedPool } from '#db';
import { actorOf, personIdOf, type Principal, type Problem, type Result } from '#model';
import type { Authenticate } from '../auth/authenticate.ts';
import { callerLimit } from './rate-limits.ts';
import { type Answered, refusalDocument } from './answered.ts';
import { cleanTexts } from './clean-text.ts';
import { once, readIdempotencyKey } from './idempotency.ts';
import { parseInput } from './parse-input.ts';
import { problemDocument, sendProblem } from './problem-document.ts';
import { RequestRefused, refused } from './problems.ts';
import { expressPath, goodStatus, needsIdempotencyKey, Nothing, type Route } from './route.ts';
import { requestIdOf } from './request-id.ts';
import type { Services } from '../services.ts';

const BODY_LIMIT = '1mb';

interface Mounting {
  readonly services: Services;
  readonly authenticate: Authenticate;
}

/** Registers the routes; for a known address with another method it answers 405 with what is allowed. */
export function mountRoutes(app: Express, routes: readonly Route[], mounting: Mounting): void {
  const limit = callerLimit(mounting.services.limits.rateFactor);
  const json = express.json({ limit: BODY_LIMIT, strict: true, type: 'application/json' });
  // addresses with a fixed word first, with all their refusals: `/api/campaigns/preview` names no campaign
  const paths = [...new Set(routes.map((one) => one.spec.path))].toSorted((a, b) => places(a) - places(b));
  for (const path of paths) {
    const here = routes.filter((one) => one.spec.path === path);
    for (const one of here) mountRoute(app, one, { json, limit, mounting });
    const allowed = here.map((one) => one.spec.method.toUpperCase());
    const names = [...allowed, ...(allowed.includes('GET') ? ['HEAD'] : [])].join(', ');
    app.all(expressPath(path), (req: Request, _res: Response, next: NextFunction) => {
      const told = [problem('api.methodNotAllowed', [], { method: req.method, allowed: names })];
      next(new RequestRefused(405, told, { Allow: names }));
    });
  }
}

const places = (path: string): number => path.split('{').length - 1;

interface Steps {
  readonly json: RequestHandler;
  readonly limit: RequestHandler;
  readonly mounting: Mounting;
}

function mountRoute(app: Express, one: Route, { json, limit, mounting }: Steps): void {
  const steps: RequestHandler[] = [mounting.authenticate.middleware(one.spec.scope), limit];
  if (one.spec.body !== undefined) steps.push(json);
  app[one.spec.method](expressPath(one.spec.path), ...steps, (req, res, next) => {
    answer(one, { req, res, mounting }).catch(next);
  });
}

interface Exchange {
  readonly req: Request;
  readonly res: Response;
  readonly mounting: Mounting;
}

async function answer(one: Route, { req, res, mounting }: Exchange): Promise<void> {
  const { services, authenticate } = mounting;
  const principal = authenticate.principalOf(req);
  const params = parseInput(one.spec.params ?? Nothing, cleaned(req.params, 404));
  // an id that cannot exist is answered like one that does not
  if (!params.ok)
    throw refused(404, 'api.notFound', { value: Object.values(req.params).join('/').slice(0, 200) });
  const query = valid(parseInput(one.spec.query ?? Nothing, cleaned({ ...req.query }, 400), ['query']));
  const idempotencyKey = needsIdempotencyKey(one) ? readIdempotencyKey(req) : null;
  const body = one.spec.body === undefined ? {} : valid(parseInput(one.spec.body, readBody(req)));
  const call = {
    ctx: { pool: poolOf(services, principal), principal },
    services,
    params: params.value,
    query,
    body,
    idempotencyKey,
  };

  if (one.stream !== null) {
    const good = (value: unknown) => ({
      status: goodStatus(one),
      text: JSON.stringify(checked(one, value, services.checkResponses)),
    });
    const result = await one.stream({
      ...call,
      req,
      res,
      principal,
      good,
      send: (answered) => send(res, answered),
      stillAllowed: () => authenticate.stillAllowed(req, one.spec.scope),
    });
    if (!result.ok) sendProblem(res, problemDocument(result.problems, { requestId: requestIdOf(req) }));
    return;
  }
  const { handle } = one;
  if (handle === null) throw new Error(`route ${one.spec.path} has no handler`);
  const run = async (ctx: ActContext): Promise<Answered> => {
    const result = await handle({ ...call, ctx });
    if (result.ok)
      return {
        status: goodStatus(one),
        text: JSON.stringify(checked(one, result.value, services.checkResponses)),
      };
    return refusalDocument(result, req);
  };
  const answered =
    idempotencyKey === null
      ? await run(call.ctx)
      : await once({ ctx: call.ctx, key: idempotencyKey, req, res, body }, run);
  send(res, answered);
}

/** What the principal may see, as the database itself keeps it. */
function poolOf({ readers }: Services, principal: Principal) {
  const { unitId, actingFor } = principal;
  return scopedPool(readers, {
    unitId,
    onBehalfOf: actingFor === null ? null : actorOf(actingFor.personId),
    personId: personIdOf(principal),
  });
}

function valid<T>(result: Result<T>): T {
  if (!result.ok) throw new RequestRefused(400, result.problems);
  return result.value;
}

function readBody(req: Request): unknown {
  const body: unknown = req.body ?? (sendsNothing(req) ? {} : undefined);
  if (body === undefined) throw refused(415, 'api.wrongContentType', { expected: 'application/json' });
  return cleaned(body, 400);
}

function cleaned<T>(input: T, status: number): T {
  const found = cleanTexts(input);
  if (found !== null) throw new RequestRefused(status, [found]);
  return input;
}

/** An act without fields may come without a body. */
const sendsNothing = (req: Request): boolean =>
  req.headers['transfer-encoding'] === undefined && Number(req.headers['content-length'] ?? 0) === 0;

function checked(one: Route, value: unknown, check: boolean): unknown {
  if (!check) return value;
  const parsed = one.spec.response.safeParse(value);
  if (parsed.success) return value;
  throw new Error(
    `answer of ${one.spec.method} ${one.spec.path} is not as documented: ${JSON.stringify(parsed.error.issues).slice(0, 2000)}`,
  );
}

function send(res: Response, { status, text }: Answered): void {
  res.status(status).type(status < 400 ? 'application/json' : 'application/problem+json');
  res.send(text);
}

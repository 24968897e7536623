import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { z } from 'zod';
import { getOrganisation } from '#acts';
import { Unit } from '#model';
import { ok } from '#model/problem';
import { type Route, type StreamCall, streamRoute } from '../../http/route.ts';
import { many } from '../shapes.ts';

const { shape } = Unit;
/** A unit as a row: the fields of every other answer about units, in this order and named once. */
const COLUMNS = [
  'id',
  'code',
  'name',
  'kind',
  'type',
  'chain',
  'parentId',
  'attributes',
  'validFrom',
  'validTo',
] as const satisfies readonly (keyof Unit)[];
const Row = z.tuple([
  shape.id,
  shape.code,
  shape.name,
  shape.kind,
  shape.type,
  shape.chain,
  shape.parentId,
  shape.attributes,
  shape.validFrom,
  shape.validTo,
]);
const Organisation = z.strictObject({
  columns: many(z.enum(COLUMNS)),
  units: many(Row.readonly()),
});

const zipped = promisify(gzip);
/** Half of the best compression's time, nearly all of its effect. */
const ZIP = { level: 5 };

/** The whole register in one answer, read again only when it has changed: 14,000 units are 1.6 MB, zipped 0.2. */
export const organisationRoutes: readonly Route[] = [
  streamRoute(
    {
      method: 'get',
      path: '/api/organisation',
      tag: 'units',
      summary: 'Toàn bộ đơn vị (kể cả đã hết hiệu lực) mà một đợt được lập theo; có ETag',
      scope: 'read',
      response: Organisation,
      content: { response: 'application/json' },
    },
    async ({ ctx, req, res, good }) => {
      const found = await getOrganisation(ctx);
      if (!found.ok) return found;
      const units = found.value.map(
        (unit): z.input<typeof Row> => [
          unit.id,
          unit.code,
          unit.name,
          unit.kind,
          unit.type,
          unit.chain,
          unit.parentId,
          unit.attributes,
          unit.validFrom,
          unit.validTo,
        ],
      );
      await sendOnce({ req, res }, good({ columns: COLUMNS, units }).text);
      return ok(null);
    },
  ),
];

/** 304 to whoever has this very text already; each time asked for, so that no other person's browser answers. */
async function sendOnce({ req, res }: Pick<StreamCall<unknown, unknown>, 'req' | 'res'>, text: string) {
  res
    .set('ETag', `W/"${createHash('sha256').update(text).digest('base64url')}"`)
    .set('Cache-Control', 'private, no-cache')
    .vary('Accept-Encoding');
  if (req.fresh) {
    res.status(304).end();
    return;
  }
  res.type('application/json');
  if (req.acceptsEncodings('gzip') !== 'gzip') {
    res.send(text);
    return;
  }
  const body = await zipped(text, ZIP);
  res.set('Content-Encoding', 'gzip').send(body);
}

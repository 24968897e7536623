import { getOrganisation } from '#acts';
import { ok } from '#model/problem';
import { type Route, streamRoute } from '../../http/route.ts';
import { COLUMNS, Organisation, type OrganisationRow } from './shapes.ts';

/** The whole register in one answer, read again only when it has changed: 14,000 units are 1.6 MB, zipped 0.2. */
export const organisationRoutes: readonly Route[] = [
  streamRoute(
    {
      method: 'get',
      path: '/api/organisation',
      tag: 'units',
      summary: 'Toàn bộ đơn vị (kể cả đã hết hiệu lực) mà một chiến dịch được lập theo; có ETag',
      scope: 'read',
      response: Organisation,
      content: { response: 'application/json' },
    },
    async ({ ctx, res, good }) => {
      const found = await getOrganisation(ctx);
      if (!found.ok) return found;
      const units = found.value.map(
        (unit): OrganisationRow => [
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
      // kept by the browser, yet asked for each time, so that no other person's browser answers
      res.set('Cache-Control', 'private, no-cache').type('application/json');
      res.send(good({ columns: COLUMNS, units }).text);
      return ok(null);
    },
  ),
];

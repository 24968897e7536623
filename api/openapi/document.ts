import { OpenApiGeneratorV31, OpenAPIRegistry, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { IDEMPOTENCY_KEY } from '../http/idempotency.ts';
import { ProblemDocument } from '../http/shapes.ts';
import { statusOf } from '../http/problems.ts';
import { goodStatus, needsIdempotencyKey, type Route } from '../http/route.ts';

const COMMON = [
  'api.unauthenticated',
  'api.forbidden',
  'api.methodNotAllowed',
  'api.tooManyRequests',
  'api.internal',
  'api.unavailable',
];

/** The OpenAPI 3.1 document of the very routes that are mounted. */
export function openApiDocument(
  routes: readonly Route[],
): ReturnType<OpenApiGeneratorV31['generateDocument']> {
  const registry = new OpenAPIRegistry();
  const { $schema: _dialect, ...problem } = z.toJSONSchema(ProblemDocument);
  // JSON Schema 2020-12, which is what OpenAPI 3.1 speaks; the two libraries name its type differently
  registry.registerComponent(
    'schemas',
    'Problem',
    problem as Parameters<typeof registry.registerComponent<'schemas'>>[2],
  );
  registry.registerComponent('securitySchemes', 'serviceKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'Khóa dịch vụ (service key).',
  });
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'cascade',
    description: 'Phiên đăng nhập (OIDC).',
  });
  registry.registerComponent('parameters', 'IdempotencyKey', {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description:
      'Mã duy nhất của thao tác; gửi lại cùng mã và nội dung thì nhận lại đúng câu trả lời cũ, trong 30 ngày. One value per act; answers are kept for 30 days.',
    schema: { type: 'string', minLength: 8, maxLength: 200, pattern: IDEMPOTENCY_KEY.source },
  });
  for (const one of routes) registry.registerPath(entry(one));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Cascade API',
      version: '1',
      description:
        'Theo dõi và vận hành văn bản chỉ đạo qua nhiều cấp. Mọi thời điểm là UTC (ISO 8601); mọi ngày là ngày Việt Nam (yyyy-mm-dd).\n\nRuns cascades of directives. Instants are UTC, dates are Vietnamese civil dates. Errors are problem+json with a stable `code`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ serviceKey: [] }, { session: [] }],
  });
}

const REFUSED = 422;
const PROBLEM = { $ref: '#/components/schemas/Problem' };

function entry(one: Route): RouteConfig {
  const { spec } = one;
  const content = one.content;
  const codes = [...(spec.problems ?? []), ...COMMON, ...implied(one)];
  // an act may be refused by any rule of its room
  const byRule = spec.method === 'get' ? [] : [REFUSED];
  const statuses = [...new Set([...codes.map(statusFor), ...byRule])].sort((a, b) => a - b);
  const refusals = statuses.map((status) => [
    String(status),
    {
      description:
        [...new Set(codes.filter((code) => statusFor(code) === status))].join(', ') ||
        'Từ chối theo quy tắc nghiệp vụ (refused by a rule)',
      content: { 'application/problem+json': { schema: PROBLEM } },
    },
  ]);
  const body =
    spec.body === undefined
      ? {}
      : { body: { required: true, content: { 'application/json': { schema: spec.body } } } };
  const upload =
    content?.request === undefined
      ? {}
      : { body: { required: true, content: { [content.request]: { schema: UPLOAD } } } };
  const types = [content?.response ?? 'application/json'].flat();
  const good =
    one.content === null || one.content.response === 'application/json'
      ? { schema: spec.response }
      : { schema: { type: 'string' as const } };
  return {
    method: spec.method,
    path: spec.path,
    operationId: operationId(one),
    tags: [spec.tag],
    summary: spec.summary,
    description: spec.scope === null ? '' : `Scope: \`${spec.scope}\``,
    request: {
      // objects by the type of RouteSpec's builders; the generator asks for the narrower type
      ...(spec.params === undefined ? {} : { params: spec.params as z.ZodObject }),
      ...(spec.query === undefined ? {} : { query: spec.query as z.ZodObject }),
      ...body,
      ...upload,
    },
    ...(needsIdempotencyKey(one) ? { parameters: [{ $ref: '#/components/parameters/IdempotencyKey' }] } : {}),
    responses: {
      [goodStatus(one)]: {
        description: 'OK',
        content: Object.fromEntries(types.map((type) => [type, good])),
      },
      ...Object.fromEntries(refusals),
    },
  };
}

const UPLOAD = {
  type: 'object' as const,
  required: ['kind', 'file'],
  properties: { kind: { type: 'string' as const }, file: { type: 'string' as const, format: 'binary' } },
};

const MALFORMED = new Set(['api.invalidInput', 'api.idempotencyKeyRequired']);
const statusFor = (code: string): number => (MALFORMED.has(code) ? 400 : statusOf(code));

function implied(one: Route): string[] {
  const { spec } = one;
  return [
    ...(spec.params === undefined ? [] : ['api.notFound']),
    ...(spec.body === undefined && spec.query === undefined ? [] : ['api.invalidInput']),
    ...(spec.body === undefined && one.content?.request === undefined
      ? []
      : ['api.tooLarge', 'api.wrongContentType', 'api.invalidInput']),
    ...(needsIdempotencyKey(one)
      ? ['api.idempotencyKeyRequired', 'api.idempotencyMismatch', 'api.inProgress']
      : []),
  ];
}

/** `post /api/campaigns/{id}/close` → `postCampaignsByIdClose`. */
function operationId(one: Route): string {
  const words = one.spec.path.replace('/api/', '').split(/[/-]/);
  const named = words.map((word) =>
    word.startsWith('{') ? `By${capital(word.slice(1, -1))}` : capital(word),
  );
  return one.spec.method + named.join('');
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

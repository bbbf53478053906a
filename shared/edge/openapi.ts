import * as z from 'zod';
import type { Role } from '#domain/actor/actor.ts';
import { type Contract, formType, isForDevices, type Route } from './contract.ts';
import { problemSchemas, refusedResponses } from './openapi-problems.ts';
import type { Problems } from './problem.ts';

interface Tagged {
  readonly tag: string;
  readonly contract: Contract;
}

type Json = Readonly<Record<string, unknown>>;

/** OpenAPI 3.1 from the contracts; its schemas are JSON Schema 2020-12, as zod writes them. */
export const openApiDocument = (services: readonly Tagged[], problems: Problems): Json => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { tag, contract } of services)
    for (const [operation, route] of Object.entries(contract)) {
      const path = paths[route.path] ?? {};
      paths[route.path] = path;
      path[route.method.toLowerCase()] = operationOf(operation, tag, route, problems);
    }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hồ sơ qua bưu điện · Post-office dossiers',
      version: '1',
      description:
        'Every refusal is application/problem+json (RFC 9457) with a stable `type`, a Vietnamese `title` and an English `titleEn`. Mutating routes take `Idempotency-Key`.',
    },
    tags: [...new Set(services.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        staff: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        device: {
          type: 'http',
          scheme: 'bearer',
          description: 'The token of POST /v1/devices/token; ten minutes, for one device',
        },
        phone: {
          type: 'http',
          scheme: 'bearer',
          description:
            'The token of POST /v1/phone/session; half an hour, for one telephone number',
        },
        citizen: {
          type: 'http',
          scheme: 'bearer',
          description: 'The token of POST /v1/track/session; opens one dossier for 15 minutes',
        },
      },
      schemas: problemSchemas(problems),
    },
  };
};

const operationOf = (operation: string, tag: string, route: Route, problems: Problems): Json => ({
  operationId: operation,
  tags: [tag],
  summary: route.summary,
  ...(Array.isArray(route.who) && {
    security: [{ staff: [] }],
    description: `Roles: ${route.who.join(', ')}`,
  }),
  ...(route.who === 'member' && { security: [{ staff: [] }] }),
  ...(isForDevices(route.who) && {
    security: [{ device: [] }],
    description: `Devices: ${route.who.devices.join(', ')}`,
  }),
  ...(route.who === 'phone' && { security: [{ phone: [] }] }),
  ...(route.who === 'citizen' && { security: [{ citizen: [] }] }),
  parameters: [
    ...parametersOf('path', route.params),
    ...parametersOf('query', route.query),
    ...(route.idempotent ? [idempotencyKey] : []),
    ...(Array.isArray(route.who) && route.who.length > 1 ? [actingAs(route.who)] : []),
  ],
  ...(!(route.body instanceof z.ZodUndefined) && {
    requestBody: {
      required: !route.body.safeParse(undefined).success,
      content: Object.fromEntries(
        ['application/json', ...(route.form ? [formType] : [])].map((type) => [
          type,
          { schema: schemaOf(route.body, 'input') },
        ]),
      ),
    },
  }),
  responses: {
    ...Object.fromEntries(
      Object.entries(route.answers).map(([status, answer]) => [status, answerOf(answer)]),
    ),
    ...refusedResponses(route, problems),
  },
});

const idempotencyKey: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', minLength: 8, maxLength: 128 },
};

/** Whoever has several of the roles says in which one they ask. */
const actingAs = (who: readonly Role[]): Json => ({
  name: 'Acting-As',
  in: 'header',
  required: false,
  description: 'Tư cách thực hiện: needed by a person who has several of these roles',
  schema: { type: 'string', enum: [...who] },
});

const parametersOf = (where: 'path' | 'query', shape: z.ZodType): readonly Json[] => {
  const { properties = {}, required = [] } = schemaOf(shape, 'input') as {
    properties?: Readonly<Record<string, Json>>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema,
  }));
};

const answerOf = (answer: Route['answers'][number]): Json => {
  if (answer === 'redirect') return { description: 'See Location' };
  if (answer === 'page')
    return {
      description: 'HTML page',
      content: { 'text/html': { schema: { type: 'string' } } },
    };
  if (answer === 'script')
    return {
      description: 'JavaScript module',
      content: { 'text/javascript': { schema: { type: 'string' } } },
    };
  if (answer === 'pdf')
    return {
      description: 'PDF',
      content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
    };
  return {
    description: 'OK',
    content: { 'application/json': { schema: schemaOf(answer, 'output') } },
  };
};

const schemaOf = (shape: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' });
  return schema;
};

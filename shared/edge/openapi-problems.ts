import * as z from 'zod';
import { type Route, refusalsOf } from './contract.ts';
import { type ProblemCode, type Problems, problemType } from './problem.ts';

type Json = Readonly<Record<string, unknown>>;

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** What every problem has, whatever was refused. */
const frame: Json = {
  type: 'object',
  required: ['type', 'title', 'titleEn', 'status', 'code'],
  properties: {
    type: { type: 'string', description: `Stable: ${problemType('defect')} and the like` },
    title: { type: 'string', description: 'Vietnamese, for a person' },
    titleEn: { type: 'string', description: 'English' },
    status: { type: 'integer' },
    code: { type: 'string' },
    instance: { type: 'string', description: 'To read out to whoever helps' },
  },
};

const narrowed = (code: Json, properties: object = {}, required: readonly string[] = []): Json => ({
  allOf: [
    ref('ProblemFrame'),
    { type: 'object', required: ['code', ...required], properties: { code, ...properties } },
  ],
});

/** One problem with the fields that go along with its code. */
const withFields = (code: ProblemCode, fields: z.core.$ZodLooseShape): Json => {
  const { properties, required } = z.toJSONSchema(z.object(fields), { io: 'output' });
  return narrowed({ const: code }, properties, required);
};

/**
 * `Problem` is what a refusal is answered with: told apart by `code`, with a schema of its own for each
 * code that has fields of its own, so that a generated client reads them typed.
 */
export const problemSchemas = (problems: Problems): Readonly<Record<string, Json>> => {
  const codes = Object.keys(problems) as ProblemCode[];
  const hasFields = (code: ProblemCode) => Object.keys(problems[code].fields).length > 0;
  const nameOf = (code: ProblemCode) => (hasFields(code) ? `problem-${code}` : 'PlainProblem');
  const own = codes.filter(hasFields);
  return {
    Problem: {
      oneOf: [ref('PlainProblem'), ...own.map((code) => ref(nameOf(code)))],
      discriminator: {
        propertyName: 'code',
        mapping: Object.fromEntries(codes.map((code) => [code, ref(nameOf(code))['$ref']])),
      },
    },
    ProblemFrame: frame,
    PlainProblem: narrowed({ enum: codes.filter((code) => !hasFields(code)) }),
    ...Object.fromEntries(
      own.map((code) => [nameOf(code), withFields(code, problems[code].fields)]),
    ),
  };
};

/** By status the codes that a route may refuse with; `default` is what stands between, a gateway. */
export const refusedResponses = (route: Route, problems: Problems): Json => {
  const content = { 'application/problem+json': { schema: ref('Problem') } };
  const byStatus = Map.groupBy(new Set(refusalsOf(route)), (code) => problems[code].status);
  const refused = [...byStatus].map(([status, codes]) => [
    status,
    { description: codes.map((code) => `\`${code}\` ${problems[code].en}`).join('; '), content },
  ]);
  return {
    ...Object.fromEntries(refused),
    default: { description: 'Từ chối · Refused', content },
  };
};

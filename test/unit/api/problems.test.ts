import { describe, expect, it } from 'vitest';
import type { ProblemDetails } from '#api/problem-details.ts';
import type { ProblemsOf } from '#edge/problems/row.ts';
import { row } from '#edge/problems/row.ts';
import { problems } from '#functions/problems.ts';
import { openApi } from '#infra/open-api.ts';

const document = JSON.stringify(openApi());
const { components } = JSON.parse(document);
const { schemas } = components;

describe('problems in the OpenAPI document', () => {
  it('are told apart by their code, each of them', () => {
    const { oneOf, discriminator } = schemas.Problem;
    expect(discriminator.propertyName).toBe('code');
    expect(Object.keys(discriminator.mapping)).toEqual(Object.keys(problems));
    const listed = oneOf.map(({ $ref }: { $ref: string }) => $ref);
    expect(new Set(Object.values(discriminator.mapping))).toEqual(new Set(listed));
  });

  it('have the fields of their code, required where they always come', () => {
    const ownOf = (code: string) => schemas[`problem-${code}`].allOf[1];
    expect(ownOf('too-many-tries')).toMatchObject({
      required: ['code', 'retryAfterSeconds'],
      properties: { code: { const: 'too-many-tries' }, retryAfterSeconds: { type: 'integer' } },
    });
    expect(ownOf('return-too-early').required).toEqual(['code', 'invitations']);
    expect(ownOf('request-invalid').properties.issues.type).toBe('array');
    expect(schemas.PlainProblem.allOf[1].properties.code.enum).toContain('shift-open');
  });

  it('point at nothing that is not there', () => {
    const refs = [...document.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
    expect(refs.length).toBeGreaterThan(50);
    expect(refs.map(([, name = '']) => name).filter((name) => !(name in schemas))).toEqual([]);
  });
});

describe('a problem as a program reads it', () => {
  const told = { type: '', title: '', titleEn: '', status: 429, code: 'too-many-tries' };
  const problem = { ...told, retryAfterSeconds: 60 } as ProblemDetails;

  it('has the fields of its code once the code is known', () => {
    const wait = problem.code === 'too-many-tries' ? problem.retryAfterSeconds : 0;
    expect(wait.toFixed()).toBe('60');
  });

  it('has them no sooner, and none of another code', () => {
    const wrong = [
      // @ts-expect-error which problem it is was not asked
      () => problem.retryAfterSeconds,
      // @ts-expect-error of another code
      () => problem.code === 'shift-open' && problem.retryAfterSeconds,
      // @ts-expect-error no such code
      () => problem.code === 'shift-opened',
    ];
    expect(wrong).toHaveLength(3);
  });
});

describe('a row of problems', () => {
  interface Refusals {
    readonly 'lane-full': { readonly limit: number };
  }

  it('compiles with a shape for each field', () => {
    const rows = {
      'lane-full': row(409, 'Đầy', 'Full', { limit: problems['pouch-full'].fields.limit }),
    } satisfies ProblemsOf<Refusals>;
    expect(rows['lane-full'].status).toBe(409);
  });

  it('does not without one, nor with another', () => {
    const without = row(409, 'Đầy', 'Full');
    const { state } = problems['pouch-state'].fields;
    const other = row(409, 'Đầy', 'Full', { limit: state });
    // @ts-expect-error the limit has no shape
    const first: ProblemsOf<Refusals> = { 'lane-full': without };
    // @ts-expect-error a limit is a number
    const second: ProblemsOf<Refusals> = { 'lane-full': other };
    const third: ProblemsOf<{ readonly late: { readonly status: string } }> = {
      // @ts-expect-error the HTTP status would cover it
      late: row(409, 'Trễ', 'Late', { status: state }),
    };
    expect([first, second, third]).toHaveLength(3);
  });
});

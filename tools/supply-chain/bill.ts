import * as z from 'zod';

const Licence = z.union([
  z.object({ expression: z.string() }),
  z.object({ license: z.union([z.object({ id: z.string() }), z.object({ name: z.string() })]) }),
]);

const Component = z.looseObject({
  name: z.string(),
  version: z.string(),
  licenses: z.array(Licence).optional(),
  properties: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
});
export type Component = z.output<typeof Component>;

/** A bill of materials as `npm sbom` makes it of the lock: what we read of CycloneDX 1.5; the rest is kept. */
export const Bill = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(Component),
});
export type Bill = z.output<typeof Bill>;

export const nameOf = ({ name, version }: Component): string => `${name}@${version}`;

/** True for what only builds and tests: the product would run without it. */
export const isTool = ({ properties }: Component): boolean =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');

/** The SPDX expression that a component bears; undefined where it bears none. */
export const expressionOf = ({ licenses }: Component): string | undefined => {
  const said = (licenses ?? []).map((it) => {
    if ('expression' in it) return it.expression;
    return 'id' in it.license ? it.license.id : it.license.name;
  });
  return said.length === 0 ? undefined : said.map((text) => `(${text})`).join(' AND ');
};

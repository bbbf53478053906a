/**
 * Stands in every bundle for the modules of zod that write JSON Schema: the API is described at synth,
 * from source. A schema that is asked for its JSON Schema in a function fails with an error that says
 * where to look.
 */
const refuse = (): never => {
  throw new Error('JSON Schema is left out of the bundles: infra/library-parts/no-json-schema.ts');
};

export const createToJSONSchemaMethod = () => refuse;
export const createStandardJSONSchemaMethod = () => refuse;

/** What `schema.minLength` and its like are read from. */
export const aggregateChecks = refuse;

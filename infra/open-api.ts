import { openApiDocument } from '#edge/openapi.ts';
import { contracts } from '#functions/contracts.ts';
import { problems } from '#functions/problems.ts';

/** The whole public API as OpenAPI 3.1. */
export const openApi = () =>
  openApiDocument(
    Object.entries(contracts).map(([name, contract]) => ({
      tag: name.split('/')[0] ?? name,
      contract,
    })),
    problems,
  );

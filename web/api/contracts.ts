import type { contracts } from '#functions/contracts.ts';

/** Every route of the API, as a type alone: the contracts as values would be 52 KB. */
export type Contracts = typeof contracts;

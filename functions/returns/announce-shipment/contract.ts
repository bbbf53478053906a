import * as z from 'zod';
import { PapersDispatchedV1 } from '#events/papers-dispatched/v1/schema.ts';
import { ResultDispatchedV1 } from '#events/result-dispatched/v1/schema.ts';

/** What the courier queue carries. */
export const CourierMessage = z.discriminatedUnion('type', [
  ResultDispatchedV1,
  PapersDispatchedV1,
]);

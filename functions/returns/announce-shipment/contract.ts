import * as z from 'zod';
import { ReceivedEvent } from '#events/catalogue.ts';
import { PapersDispatchedV1 } from '#events/papers-dispatched/v1/schema.ts';
import { ResultDispatchedV1 } from '#events/result-dispatched/v1/schema.ts';

/** What the courier queue carries, of whatever version. */
export const CourierMessage = ReceivedEvent.pipe(
  z.discriminatedUnion('type', [ResultDispatchedV1, PapersDispatchedV1]),
);

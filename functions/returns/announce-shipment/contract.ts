import { ResultDispatchedV1 } from '#events/result-dispatched/v1/schema.ts';

/** What the courier queue carries. */
export const CourierMessage = ResultDispatchedV1;

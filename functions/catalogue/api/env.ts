import * as z from 'zod';

/** The catalogue needs nothing: its data travels with the code. */
export const Env = z.object({});

import { parseTemporaryNumber } from '#domain/identifiers/temporary-number.ts';
import * as shape from '#edge/shapes.ts';

/** As read off a slip: blanks, letters that look like digits and the address of its code are fine. */
export const temporaryNumber = shape.parsed(200, parseTemporaryNumber);

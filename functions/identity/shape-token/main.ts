import { shapeToken } from './handler.ts';

export const handler = shapeToken;

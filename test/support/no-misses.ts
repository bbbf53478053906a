import type { NoteMiss } from '#functions/catalogue/application/note-miss.ts';

/** Where nobody asks what was missed. */
export const noteMiss: NoteMiss = async () => undefined;

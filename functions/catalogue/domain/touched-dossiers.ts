import type { Dossier } from '#domain/dossier/dossier.ts';
import { isOverForGood } from '#domain/dossier/ending.ts';
import type { CatalogueChange } from './catalogue-changes.ts';

/** The entry by which an open dossier goes on, of each part that can reach one. */
const concerns: Readonly<
  Partial<Record<CatalogueChange['part'], (dossier: Dossier, entry: string) => boolean>>
> = {
  procedures: ({ procedure: { code, version } }, entry) => entry === `${code} ${version}`,
  postOffices: ({ office }, entry) => office === entry,
  agencies: ({ department }, entry) => department?.agency === entry,
  // The calendars that a promise was reckoned with are named `<year>-<edition>`.
  calendars: ({ acceptance }, entry) =>
    acceptance?.calendarVersions.some((version) => version.startsWith(`${entry}-`)) ?? false,
};

const isOpen = (dossier: Dossier): boolean =>
  dossier.status !== 'returned' && !isOverForGood(dossier);

/**
 * Whether an open dossier goes on by an entry that has changed or is gone. What is new reaches only
 * dossiers to come.
 */
export const isTouched = (dossier: Dossier, { part, entry, how }: CatalogueChange): boolean =>
  how !== 'added' && isOpen(dossier) && (concerns[part]?.(dossier, entry) ?? false);

/** Whether a change can reach dossiers that are open. */
export const mayTouch = ({ part, how }: CatalogueChange): boolean =>
  how !== 'added' && concerns[part] !== undefined;

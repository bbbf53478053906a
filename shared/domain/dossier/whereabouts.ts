import type { Instant } from '#domain/time/instant.ts';
import type { Dossier } from './dossier.ts';

/** Where the citizen's papers are. */
export type Whereabouts =
  | { readonly place: 'office' }
  /** On the way to the department, where they must be by then (NĐ 61/2018 art. 18). */
  | { readonly place: 'on-its-way'; readonly by: Instant }
  | { readonly place: 'department' }
  | { readonly place: 'parcel'; readonly waybill: string }
  | { readonly place: 'handed-over'; readonly at: Instant };

/**
 * As far as the dossier's own record tells: the department that has acknowledged a dossier works on
 * its papers, and a result travels with what must go back.
 */
export const whereabouts = ({ acceptance, department, delivery }: Dossier): Whereabouts => {
  if (delivery?.deliveredAt !== undefined)
    return { place: 'handed-over', at: delivery.deliveredAt };
  if (delivery) return { place: 'parcel', waybill: delivery.waybill };
  if (department?.acknowledgedAt !== undefined) return { place: 'department' };
  return acceptance ? { place: 'on-its-way', by: acceptance.transferBy } : { place: 'office' };
};

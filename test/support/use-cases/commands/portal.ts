import { dayOf } from '#domain/time/vietnam-time.ts';
import type { PortalOutcome } from '#functions/portal/ports/national-portal.ts';
import {
  type Command,
  type Commands,
  department,
  leadership,
  reading,
  supervision,
  work,
} from '../command.ts';

const changed = (portal: PortalOutcome): Command =>
  work(({ on, at, world }) => {
    world.tells({ portal });
    return on.makePushDossier.onChange(at.dossierId, at.dossier?.version ?? 1);
  });

/** The national copy of a dossier. */
export const portalCommands: Commands = {
  'makePushDossier.onChange: taken': changed({ outcome: 'accepted' }),
  'makePushDossier.onChange: refused': changed({ outcome: 'refused', why: 'told to' }),
  'makePushDossier.onChange: no answer': changed({ outcome: 'unknown', why: 'told to' }),
  'makePushDossier.pending': work(({ on, at }) => on.makePushDossier.pending(at.dossierId)),
  makePushPending: work(({ on }) => on.makePushPending()),
  makePushAgain: leadership(({ on, at }, by) =>
    on.makePushAgain({ ...by, dossierIds: [at.dossierId] }),
  ),
  makeCountStale: reading(work(({ on }) => on.makeCountStale())),
  makeReadSync: reading(
    leadership(({ on, at }, { actor }) => on.makeReadSync(actor, at.dossierId)),
  ),
  makeListRejected: reading({
    ...department(({ on }, { actor }) => on.makeListRejected(actor, 'ct-nnmt', { limit: 10 })),
    who: () => ({ kind: 'staff', id: 'chi', role: 'supervisor' }),
  }),
  makeReadDrift: reading(
    supervision(({ on, at }, { actor }) =>
      on.makeReadDrift(actor, { day: dayOf(at.now), limit: 10 }),
    ),
  ),
};

import type { Stage } from './stage.ts';
import { absentClerk } from './stories/absent-clerk.ts';
import { acrossTet } from './stories/across-tet.ts';
import { anotherCommune } from './stories/another-commune.ts';
import { buildingPermit } from './stories/building-permit.ts';
import { citizen } from './stories/citizen.ts';
import { corrections } from './stories/corrections.ts';
import { faultyPouch } from './stories/faulty-pouch.ts';
import { jointParallel } from './stories/joint-parallel.ts';
import { lateDepartment } from './stories/late-department.ts';
import { lostParcel } from './stories/lost-parcel.ts';
import { mainWay } from './stories/main-way.ts';
import { nationalPortal } from './stories/national-portal.ts';
import { powerCut } from './stories/power-cut.ts';
import { refusedDelivery } from './stories/refused-delivery.ts';
import { returnOrder } from './stories/return-order.ts';
import { scanBatch } from './stories/scan-batch.ts';
import { supplement } from './stories/supplement.ts';
import { wrongNumber } from './stories/wrong-number.ts';

export interface Story {
  /** Kebab case, for `--story`. */
  readonly name: string;
  readonly about: string;
  readonly play: (stage: Stage) => Promise<void>;
  /** Set for a story that takes weeks: the time in which its own stack starts. */
  readonly startsAt?: string;
}

export const stories: readonly Story[] = [
  {
    name: 'main',
    about: 'A dossier from the counter to the department and back to the citizen',
    play: mainWay,
  },
  {
    name: 'supplement',
    about: 'A department asks for a signed form; the citizen brings it; the term is counted anew',
    play: supplement,
  },
  {
    name: 'corrections',
    about:
      'A stranger’s paper, a wrong name and a wrong label, each put right and kept in the history',
    play: corrections,
  },
  {
    name: 'lost-parcel',
    about: 'A parcel is declared lost, the result made anew and sent at no cost; then it turns up',
    play: lostParcel,
  },
  {
    name: 'refused-delivery',
    about: 'Nobody opens the door: two invitations, back to the agency, picked up at the counter',
    startsAt: '2026-11-02T08:00:00+07:00',
    play: refusedDelivery,
  },
  {
    name: 'return-order',
    about: 'Filed online, brought by post: many orders at once, door, fees, drawer, remitted',
    startsAt: '2026-11-24T09:00:00+07:00',
    play: returnOrder,
  },
  {
    name: 'faulty-pouch',
    about:
      'Mode agent: a pouch with a missing, a damaged and a misdirected dossier, counted by two',
    play: faultyPouch,
  },
  {
    name: 'scan-batch',
    about:
      'A batch behind printed cover sheets: a swallowed separator and an unreadable page are told at the counter',
    play: scanBatch,
  },
  {
    name: 'citizen',
    about: 'Receipt and phone open the dossier; overnight its day is anchored; a script proves it',
    startsAt: '2027-03-02T09:00:00+07:00',
    play: citizen,
  },
  {
    name: 'joint-parallel',
    about:
      'A parallel liên thông: three departments work on one dossier, each by its own date, one is late',
    startsAt: '2027-03-01T09:00:00+07:00',
    play: jointParallel,
  },
  {
    name: 'another-commune',
    about:
      'Filed in one commune, settled by another: an old address is found, and the term begins there',
    startsAt: '2026-11-20T09:00:00+07:00',
    play: anotherCommune,
  },
  {
    name: 'building-permit',
    about:
      'Online only but for an incident, seven days or ten by the case, land looked up instead of shown',
    startsAt: '2026-11-02T09:00:00+07:00',
    play: buildingPermit,
  },
  {
    name: 'supplements-across-tet',
    about:
      'Four supplements across Tết, then a holiday is decided late and the date announced again',
    startsAt: '2027-01-25T09:00:00+07:00',
    play: acrossTet,
  },
  {
    name: 'late-department',
    about:
      'Warned two days before, an apology in one act, a fee paid at another counter, and late all the same',
    startsAt: '2027-03-01T09:00:00+07:00',
    play: lateDepartment,
  },
  {
    name: 'absent-clerk',
    about:
      'A clerk falls ill with her drawer open, an officer leaves with a lease: others end both and say so',
    startsAt: '2026-11-30T09:00:00+07:00',
    play: absentClerk,
  },
  {
    name: 'wrong-number',
    about: 'Nobody confirms an SMS for three days; the counter calls and puts the number right',
    startsAt: '2026-11-24T09:00:00+07:00',
    play: wrongNumber,
  },
  {
    name: 'national-portal',
    about:
      'The national copy shows each status, survives a night of silence, drifts and is put right',
    startsAt: '2026-11-24T09:00:00+07:00',
    play: nationalPortal,
  },
  {
    name: 'power-cut',
    about: 'Line and power are gone: three citizens on paper slips, entered the next morning',
    startsAt: '2026-11-24T08:00:00+07:00',
    play: powerCut,
  },
];

import { sha256Bytes } from '#adapters/node/seals.ts';
import { province } from '#data/province.ts';
import type { IntakeMode } from '#domain/catalogue/post-office.ts';
import type { Province } from '#domain/catalogue/province.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { anApplicant, aProcedure } from '../../dossiers.ts';
import { elaborate } from '../catalogue.ts';
import {
  type By,
  type Commands,
  counter,
  department,
  never,
  ownCounter,
  type Place,
  printing,
  reading,
  type Scene,
  work,
} from '../command.ts';
import { clerk, guestClerk, officerOf } from '../staff.ts';
import { uploaded } from '../world.ts';

const registering =
  (procedure: string, intakeMode: IntakeMode, count = 1) =>
  ({ on }: Scene, by: By) =>
    on.makeRegisterDossier({
      ...by,
      procedure,
      intakeMode,
      applicant: anApplicant,
      components: [{ id: 'don-de-nghi', copyKind: 'original', count }],
      fees: { stateFeesVnd: 50_000, postageVnd: 28_000 },
    });

const file = {
  mediaType: 'image/jpeg',
  bytes: uploaded.length,
  sha256: sha256Bytes(uploaded),
} as const;

const announcing =
  (what: object) =>
  ({ on, at }: Scene, by: By) =>
    on.makeRequestScan({ ...by, dossierId: at.dossierId, ...file, ...what });

const lastScan = ({ dossier, dossierId }: Place): ScanId =>
  dossier?.scans.at(-1)?.id ?? (dossierId as string as ScanId);

/** Whatever a publication holds, it is put the same way: a whole province's would cost a quarter of the walk. */
const oneOfEach: Province = {
  ...province,
  agencies: province.agencies.slice(0, 1),
  postOffices: province.postOffices.slice(0, 1),
  procedures: province.procedures.slice(0, 1),
  calendars: province.calendars.slice(0, 1),
  smsTemplates: province.smsTemplates.slice(0, 1),
  places: province.places.slice(0, 1),
  elsewhere: province.elsewhere.slice(0, 1),
};

const joining = (secretOf: (scene: Scene) => Promise<string>) => async (scene: Scene, by: By) =>
  scene.on.makeCounterActs.join({
    ...by,
    code: scene.at.dossier?.acceptance?.code ?? 'H13.01-261123-9999',
    secret: await secretOf(scene),
  });

/** Everything at the counter and of the scans. */
export const intakeCommands: Commands = {
  'makeRegisterDossier: at a one-stop counter': ownCounter(registering(aProcedure.code, 'onestop')),
  'makeRegisterDossier: to be carried': ownCounter(registering(elaborate.code, 'agent', 2)),
  'makeRegisterDossier: for a leader': ownCounter(registering(elaborate.code, 'onestop')),
  'makeRegisterDossier: of no procedure': never(ownCounter(registering('9.999999', 'onestop'))),
  makeAcceptDossier: counter(({ on, at }, by) =>
    on.makeAcceptDossier({ ...by, dossierId: at.dossierId }),
  ),
  'makeCounterActs.warn': counter(({ on, at }, by) =>
    on.makeCounterActs.warn({ ...by, dossierId: at.dossierId, text: 'Đã hướng dẫn' }),
  ),
  'makeCounterActs.withdraw': counter(({ on, at }, by) =>
    on.makeCounterActs.withdraw({ ...by, dossierId: at.dossierId, reason: 'Không cần nữa' }),
  ),
  'makeCounterActs.join: with the receipt': {
    who: () => guestClerk,
    run: joining(({ at, world }) => world.deps.seals.trackingSecret(at.dossierId)),
  },
  'makeCounterActs.join: without': never({
    who: () => guestClerk,
    run: joining(async () => 'AAAAAAAA'),
  }),
  makeReceiveSupplement: counter(({ on, at }, by) =>
    on.makeReceiveSupplement({ ...by, dossierId: at.dossierId }),
  ),
  'makeRequestScan: of a paper': counter(announcing({ component: 'don-de-nghi' })),
  'makeRequestScan: of an asked paper': counter(announcing({ component: 'ban-ve' })),
  'makeRequestScan: of a batch': counter(announcing({ purpose: 'batch' })),
  'makeRequestScan: of nothing declared': never(counter(announcing({ component: 'ho-chieu' }))),
  'makeRequestScan: of the result': department(announcing({})),
  'makeRequestScan: of an opinion': {
    ...department(announcing({ assignment: 1 })),
    who: () => officerOf('ct-tp'),
  },
  makeRequestBatch: counter(({ on, at }, by) =>
    on.makeRequestBatch({ ...by, dossierId: at.dossierId, files: [file, file] }),
  ),
  'makeVerifyPage: the first': work(({ on, at }) =>
    on.makeVerifyPage({ dossierId: at.dossierId, scanId: lastScan(at), page: 1 }),
  ),
  'makeVerifyPage: the second': work(({ on, at }) =>
    on.makeVerifyPage({ dossierId: at.dossierId, scanId: lastScan(at), page: 2 }),
  ),
  'makeVerifyPage: one that is not there': never(
    work(({ on, at }) =>
      on.makeVerifyPage({ dossierId: at.dossierId, scanId: lastScan(at), page: 3 }),
    ),
  ),
  'makeVerifyScan: readable': work(({ on, at }) =>
    on.makeVerifyScan({ dossierId: at.dossierId, scanId: lastScan(at) }),
  ),
  'makeVerifyScan: unreadable': work(({ on, at, world }) => {
    world.tells({ inspection: { ok: false, refusal: 'unreadable' } });
    return on.makeVerifyScan({ dossierId: at.dossierId, scanId: lastScan(at) });
  }),
  makeReadDossier: reading(
    counter(({ on, at }, { actor }) => on.makeReadDossier({ actor, dossierId: at.dossierId })),
  ),
  makeEraseTexts: {
    ...work(({ on, at }) =>
      on.makeEraseTexts({
        actor: { kind: 'system', id: 'ops/erase-texts' },
        dossierId: at.dossierId,
        kept: 'case',
      }),
    ),
    keyless: true,
  },
  makeReadHistory: reading(
    department(({ on, at }, { actor }) => on.makeReadHistory({ actor, dossierId: at.dossierId })),
  ),
  makeReadClocks: reading(
    counter(({ on, at }, { actor }) => on.makeReadClocks(actor, at.dossierId)),
  ),
  makePrintReceipt: printing(
    counter(({ on, at }, { actor }) =>
      on.makePrintReceipt({ actor, print: 'bản-in-1', dossierId: at.dossierId }),
    ),
  ),
  'makePrintForms.ofDossier': printing(
    department(({ on, at }, { actor }) =>
      on.makePrintForms.ofDossier({
        actor,
        print: 'bản-in-1',
        dossierId: at.dossierId,
        name: 'control.pdf',
      }),
    ),
  ),
  makePrintCoverSheets: printing(
    counter(({ on, at }, { actor }) =>
      on.makePrintCoverSheets({
        actor,
        print: 'bản-in-1',
        dossierId: at.dossierId,
        counted: new Map([['don-de-nghi', 1]]),
      }),
    ),
  ),
  makePrintTrackingBook: printing({
    who: () => clerk,
    run: ({ on, at }, { actor }) =>
      on.makePrintTrackingBook({
        actor,
        print: 'bản-in-1',
        asked: undefined,
        day: dayOf(at.now),
        part: 1,
      }),
  }),
  makeDescribeScan: reading(
    counter(({ on, at }, { actor }) =>
      on.makeDescribeScan({ actor, dossierId: at.dossierId, scanId: lastScan(at) }),
    ),
  ),
  makeListPages: reading(
    department(({ on, at }, { actor }) =>
      on.makeListPages({ actor, dossierId: at.dossierId, scanId: lastScan(at), from: 1, count: 5 }),
    ),
  ),
  makeForeseeAppointment: reading({
    who: () => clerk,
    run: ({ on }, { actor }) =>
      on.makeForeseeAppointment({ actor, procedure: aProcedure.code, intakeMode: 'onestop' }),
  }),
  makeListDaysOff: reading({
    who: () => clerk,
    run: ({ on, at }) => on.makeListDaysOff(dayOf(at.now), dayOf(at.now)),
  }),
  makePublishCatalogue: work(({ on }) => on.makePublishCatalogue(oneOfEach)),
  makeOpenScan: reading(
    department(({ on, at }, { actor }) =>
      on.makeOpenScan({ actor, dossierId: at.dossierId, scanId: lastScan(at) }),
    ),
  ),
};

import type { PaymentAsked } from '#domain/dossier/payment.ts';
import type { Opinion } from '#domain/dossier/steps/answer.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { days, plus } from '#domain/time/instant.ts';
import { dayOf, plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { aProcedure } from '../../dossiers.ts';
import {
  type By,
  type Command,
  type Commands,
  counter,
  department,
  leadership,
  never,
  type Place,
  reading,
  type Scene,
  work,
} from '../command.ts';
import { leaderOf, officerOf } from '../staff.ts';

const leaseSeconds = 3_600;
const reason = 'Lý do';
const of = ({ at }: Scene, by: By) => ({
  ...by,
  dossierId: at.dossierId,
  leaseNo: at.dossier?.department?.leaseNo || 1,
});

const resultScan = ({ dossier, dossierId }: Place): ScanId =>
  dossier?.scans.findLast(({ purpose }) => purpose === 'result')?.id ??
  (dossierId as string as ScanId);

const pulling =
  (isNamed: boolean) =>
  ({ on, at }: Scene, by: By) =>
    on.makePullDossiers({
      ...by,
      agency: at.dossier?.department?.agency ?? 'ct-nnmt',
      max: 5,
      leaseSeconds,
      ...(isNamed && { dossierIds: [at.dossierId] }),
    });

const deciding =
  (asked: { readonly outcome: 'approved' | 'refused'; readonly reason?: string }) =>
  (scene: Scene, by: By) =>
    scene.on.makeWorkDossier.decide({
      ...of(scene, by),
      asked: { ...asked, resultScan: resultScan(scene.at), confirmsOpenConsultations: true },
    });

const asking = (answerIn: number) => (scene: Scene, by: By) =>
  scene.on.makeRequestSupplement({
    ...of(scene, by),
    asked: {
      items: [{ id: 'ban-ve', copyKind: 'certified', count: 1, reason }],
      reason,
      answerBy: plusDays(dayOf(scene.at.now), answerIn),
      confirmsRepeat: true,
    },
  });

/** A working day soon after the appointment. */
const soon = ({ dossier, now }: Place): VietnamDay =>
  dayOf(plus(dossier?.acceptance?.dueAt ?? now, days(1)));

const askingMoney =
  (asked: Pick<PaymentAsked, 'kind' | 'ways'> & Partial<PaymentAsked>) => (scene: Scene, by: By) =>
    scene.on.makeWorkPayment.request({
      ...of(scene, by),
      asked: { amountVnd: 150_000, reason, payBy: plusDays(dayOf(scene.at.now), 30), ...asked },
    });

const ofRequest = (scene: Scene, by: By) => ({
  ...of(scene, by),
  number: scene.at.dossier?.payments?.length || 1,
});

const task = { agency: 'ct-tp', task: 'Ý kiến', limit: aProcedure.timeRule };
const ofTask = ({ at }: Scene, by: By) => ({ ...by, dossierId: at.dossierId, assignment: 1 });

const ofTakenTask = (scene: Scene, by: By) => ({
  ...ofTask(scene, by),
  leaseNo: scene.at.dossier?.assignments[0]?.leaseNo || 1,
  reason,
});

/** By an officer of the agency that was asked. */
const asked = (run: Command['run']): Command => ({
  ...department(run),
  who: ({ dossier }) => officerOf(dossier?.assignments[0]?.agency ?? 'ct-tp'),
});

const answering = (opinion: Opinion) => (scene: Scene, by: By) =>
  scene.on.makeAnswerAssignment.answer({
    ...ofTask(scene, by),
    leaseNo: scene.at.dossier?.assignments[0]?.leaseNo || 1,
    opinion,
  });

/** What a department does with a dossier, and whom it asks. */
export const departmentCommands: Commands = {
  makeReceiveDossier: work(({ on, at }) =>
    on.makeReceiveDossier({
      eventId: `${at.dossierId}:${at.dossier?.version ?? 0}`,
      dossierId: at.dossierId,
      agency: at.dossier?.department?.agency ?? 'ct-nnmt',
    }),
  ),
  'makeReceiveDossier: by a department that it has left': work(({ on, at }) =>
    on.makeReceiveDossier({ eventId: 'e', dossierId: at.dossierId, agency: 'ct-xd' }),
  ),
  makeReadInbox: reading(
    department(({ on, at }, { actor }) =>
      on.makeReadInbox(
        {
          actor,
          agency: at.dossier?.department?.agency ?? 'ct-nnmt',
          state: 'waiting',
          holder: 'anyone',
        },
        { limit: 5 },
      ),
    ),
  ),
  makeReadPulse: reading(
    department(({ on, at }, { actor }) =>
      on.makeReadPulse(actor, at.dossier?.department?.agency ?? 'ct-nnmt'),
    ),
  ),
  'makePullDossiers: the most urgent': department(pulling(false)),
  'makePullDossiers: a named one': department(pulling(true)),
  'makePullDossiers: by a leader': leadership(pulling(true)),
  'makeWorkDossier.acknowledge': department((scene, by) =>
    scene.on.makeWorkDossier.acknowledge({
      ...of(scene, by),
      manifestHash: scene.at.dossier?.acceptance?.manifestHash ?? 'b'.repeat(64),
    }),
  ),
  'makeWorkDossier.acknowledge: other files': never(
    department((scene, by) =>
      scene.on.makeWorkDossier.acknowledge({ ...of(scene, by), manifestHash: 'c'.repeat(64) }),
    ),
  ),
  'makeWorkDossier.extend': department((scene, by) =>
    scene.on.makeWorkDossier.extend({ ...of(scene, by), leaseSeconds }),
  ),
  'makeWorkDossier.release': department((scene, by) =>
    scene.on.makeWorkDossier.release(of(scene, by)),
  ),
  'makeWorkDossier.takeBack': leadership((scene, by) =>
    scene.on.makeWorkDossier.takeBack({ ...of(scene, by), reason }),
  ),
  'makeWorkDossier.takeBack: under an old lease': never(
    leadership((scene, by) =>
      scene.on.makeWorkDossier.takeBack({ ...of(scene, by), leaseNo: 999, reason }),
    ),
  ),
  'makeWorkDossier.release: under an old lease': never(
    department((scene, by) => scene.on.makeWorkDossier.release({ ...of(scene, by), leaseNo: 999 })),
  ),
  'makeWorkDossier.decide: approved': department(deciding({ outcome: 'approved' })),
  'makeWorkDossier.decide: refused': department(deciding({ outcome: 'refused', reason })),
  'makeWorkDossier.decide: refused in silence': never(department(deciding({ outcome: 'refused' }))),
  makeRequestSupplement: department(asking(30)),
  'makeRequestSupplement: by a day that is over': never(department(asking(-1))),
  'makeWorkPayment.request: at a counter': department(
    askingMoney({ kind: 'fee', ways: ['counter'] }),
  ),
  'makeWorkPayment.request: to the treasury': department(
    askingMoney({ kind: 'tax', ways: ['treasury'], instructions: 'Tài khoản 3511' }),
  ),
  'makeWorkPayment.request: a tax at a counter': never(
    department(askingMoney({ kind: 'tax', ways: ['counter'] })),
  ),
  'makeWorkPayment.request: less than nothing': never(
    department(askingMoney({ kind: 'fee', ways: ['counter'], amountVnd: -1 })),
  ),
  'makeWorkPayment.confirm': department((scene, by) =>
    scene.on.makeWorkPayment.confirm({ ...ofRequest(scene, by), reference: 'KB 12/2026' }),
  ),
  'makeWorkPayment.cancel': department((scene, by) =>
    scene.on.makeWorkPayment.cancel({ ...ofRequest(scene, by), reason }),
  ),
  makeExpireRequests: work(({ on }) => on.makeExpireRequests()),
  'makeDeskActs.extend': department((scene, by) =>
    scene.on.makeDeskActs.extend({
      ...of(scene, by),
      asked: { reason, newDueDay: soon(scene.at) },
    }),
  ),
  'makeDeskActs.extend: again, by a leader': {
    ...department((scene, by) =>
      scene.on.makeDeskActs.extend({
        ...of(scene, by),
        asked: { reason, newDueDay: soon(scene.at), override: reason },
      }),
    ),
    who: ({ dossier }) => leaderOf(dossier?.department?.agency),
  },
  'makeDeskActs.admitLate': department((scene, by) =>
    scene.on.makeDeskActs.admitLate({ ...of(scene, by), reason }),
  ),
  'makeDeskActs.prolong': department((scene, by) =>
    scene.on.makeDeskActs.prolong({
      ...of(scene, by),
      asked: { prolongation: 'xac-minh', reason, newDueDay: soon(scene.at) },
    }),
  ),
  'makeDeskActs.stop': department((scene, by) =>
    scene.on.makeDeskActs.stop({ ...of(scene, by), reason }),
  ),
  'makeDeskActs.resume': department((scene, by) => scene.on.makeDeskActs.resume(of(scene, by))),
  'makeDeskActs.transfer': department((scene, by) =>
    scene.on.makeDeskActs.transfer({ ...of(scene, by), to: 'ct-tp', reason }),
  ),
  'makeDeskActs.transfer: to nobody': never(
    department((scene, by) =>
      scene.on.makeDeskActs.transfer({ ...of(scene, by), to: 'ct-khong-co', reason }),
    ),
  ),
  'makeDeskActs.refuseReception': department((scene, by) =>
    scene.on.makeDeskActs.refuseReception({ ...of(scene, by), reason }),
  ),
  'makeDeskActs.grantWithdrawal': department((scene, by) =>
    scene.on.makeDeskActs.grantWithdrawal(of(scene, by)),
  ),
  'makeDeskActs.approve': leadership((scene, by) => scene.on.makeDeskActs.approve(of(scene, by))),
  'makeDeskActs.approve: by the proposer': never(
    department((scene, by) => scene.on.makeDeskActs.approve(of(scene, by))),
  ),
  'makeDeskActs.returnProposal': leadership((scene, by) =>
    scene.on.makeDeskActs.returnProposal({ ...of(scene, by), reason }),
  ),
  'makeJointWork.consult': department((scene, by) =>
    scene.on.makeJointWork.consult({ ...of(scene, by), asked: task }),
  ),
  'makeJointWork.consult: itself': department((scene, by) =>
    scene.on.makeJointWork.consult({ ...of(scene, by), asked: { ...task, agency: 'ct-nnmt' } }),
  ),
  'makeJointWork.planLegs: its own': department((scene, by) =>
    scene.on.makeJointWork.planLegs({
      ...of(scene, by),
      plan: { mode: 'sequential', legs: [task, { ...task, agency: 'ct-ct' }] },
    }),
  ),
  "makeJointWork.planLegs: the procedure's": department((scene, by) =>
    scene.on.makeJointWork.planLegs({ ...of(scene, by), plan: undefined }),
  ),
  'makeJointWork.reassign': department((scene, by) =>
    scene.on.makeJointWork.reassign({ ...of(scene, by), assignment: 1, agency: 'ct-vhttdl' }),
  ),
  'makeJointWork.recall': department((scene, by) =>
    scene.on.makeJointWork.recall({ ...of(scene, by), assignment: 1, reason }),
  ),
  'makeAnswerAssignment.take': asked((scene, by) =>
    scene.on.makeAnswerAssignment.take({ ...ofTask(scene, by), leaseSeconds }),
  ),
  'makeAnswerAssignment.takeBack': {
    ...asked((scene, by) => scene.on.makeAnswerAssignment.takeBack(ofTakenTask(scene, by))),
    who: ({ dossier }) => leaderOf(dossier?.assignments[0]?.agency),
  },
  'makeAnswerAssignment.answer: agreed': asked(answering({ outcome: 'agreed', opinion: 'Được' })),
  'makeAnswerAssignment.answer: returned': asked(
    answering({ outcome: 'returned', opinion: 'Không thuộc thẩm quyền' }),
  ),
  makeListAssignments: reading(
    counter(({ on, at }, { actor }) => on.makeListAssignments({ actor, dossierId: at.dossierId })),
  ),
  makeReadAssignment: reading(asked((scene, by) => scene.on.makeReadAssignment(ofTask(scene, by)))),
};

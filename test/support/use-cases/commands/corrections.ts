import type { CorrectionId } from '#domain/identifiers/record-ids.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { correctionKind } from '#functions/corrections/records.ts';
import { returnOrderKind, shipmentKind } from '#functions/returns/records.ts';
import {
  type By,
  type Commands,
  counter,
  department,
  never,
  reading,
  type Scene,
  supervision,
} from '../command.ts';
import { officerOf, strangeOfficer } from '../staff.ts';

const correcting =
  (change: object, identityChecked = true) =>
  ({ on, at }: Scene, by: By) =>
    on.makeCorrectApplicant({
      ...by,
      dossierId: at.dossierId,
      change,
      reason: 'Gõ sai',
      identityChecked,
    });

const answering = (answer: 'acknowledged' | 'granted' | 'declined') =>
  department(({ on, at }, by) =>
    on.makeAnswerCorrection({
      ...by,
      dossierId: at.dossierId,
      correctionId: at.idOf(correctionKind) as CorrectionId,
      answer,
    }),
  );

const ofAgency = {
  who: () => officerOf(),
  stranger: strangeOfficer,
} as const;

/** What was taken down wrong is put right. */
export const correctionsCommands: Commands = {
  'makeCorrectApplicant: the address': counter(correcting({ address: 'Ấp 4, phường Vị Thanh' })),
  'makeCorrectApplicant: the name': counter(correcting({ name: 'Nguyễn Thị Anh' })),
  'makeCorrectApplicant: the name, with no card': never(
    counter(correcting({ name: 'Nguyễn Thị Oanh' }, false)),
  ),
  'makeCorrectApplicant: nothing': never(counter(correcting({}))),
  'makeAnswerCorrection: seen': answering('acknowledged'),
  'makeAnswerCorrection: granted': answering('granted'),
  'makeAnswerCorrection: declined': answering('declined'),
  'makeCorrectPapers.takeOut': counter(({ on, at }, by) =>
    on.makeCorrectPapers.takeOut({
      ...by,
      dossierId: at.dossierId,
      scanId: at.dossier?.scans.at(-1)?.id ?? (at.dossierId as string as ScanId),
      why: 'strangers-paper',
      reason: 'Giấy của người khác',
    }),
  ),
  'makeCorrectPapers.recount': counter(({ on, at }, by) =>
    on.makeCorrectPapers.recount({
      ...by,
      dossierId: at.dossierId,
      components: [{ id: 'don-de-nghi', copyKind: 'original', count: 3 }],
      reason: 'Đếm sai',
    }),
  ),
  makeListCorrections: reading(
    counter(({ on, at }, { actor }) => on.makeListCorrections(actor, at.dossierId, { limit: 10 })),
  ),
  makeRevokeRecipient: counter(({ on, at }, by) =>
    on.makeRevokeRecipient({ ...by, dossierId: at.dossierId }),
  ),
  'makeEndParcel.void': counter(({ on, at }, by) =>
    on.makeEndParcel.void({
      ...by,
      shipmentId: at.idOf(shipmentKind),
      why: 'wrong-address',
      reason: 'Sai địa chỉ',
    }),
  ),
  'makeEndParcel.lose: on the carrier’s word': counter(({ on, at }, by) =>
    on.makeEndParcel.lose({
      ...by,
      shipmentId: at.idOf(shipmentKind),
      reference: 'CV 12/2026',
      reason: 'VNPost xác nhận mất',
    }),
  ),
  'makeEndParcel.lose: by a supervisor': supervision(({ on, at }, by) =>
    on.makeEndParcel.lose({
      ...by,
      shipmentId: at.idOf(shipmentKind),
      reference: 'CV 13/2026',
      reason: 'Bưu cục đóng cửa',
    }),
  ),
  makeReissueResult: department(({ on, at }, by) =>
    on.makeReissueResult({ ...by, dossierId: at.dossierId }),
  ),
  'makeCorrectOrder.correct': {
    ...ofAgency,
    run: ({ on, at }, by) =>
      on.makeCorrectOrder.correct({
        ...by,
        returnOrderId: at.idOf(returnOrderKind),
        terms: {
          office: 'bd-vi-thanh',
          recipient: {
            name: 'Nguyễn Thị Ánh',
            phone: '+84912345678',
            address: 'Ấp 4, phường Vị Thanh',
          },
          papers: [{ name: 'Giấy phép', copyKind: 'original', count: 1 }],
          takeBack: [],
        },
        reason: 'Sai địa chỉ',
      }),
  },
  'makeCorrectOrder.withdraw': {
    ...ofAgency,
    run: ({ on, at }, by) =>
      on.makeCorrectOrder.withdraw({
        ...by,
        returnOrderId: at.idOf(returnOrderKind),
        reason: 'Công dân đến cơ quan nhận',
      }),
  },
  'makeCorrectOrder.reissue': {
    ...ofAgency,
    run: ({ on, at }, by) =>
      on.makeCorrectOrder.reissue({
        ...by,
        returnOrderId: at.idOf(returnOrderKind),
        reason: 'Đã cấp lại',
      }),
  },
};

import * as z from 'zod';
import { channels } from '#domain/catalogue/channel.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import { copyKinds, type Paper, resultPaper } from '#domain/custody/paper.ts';
import { caseStatuses, nationalStatus } from '#domain/dossier/case-status.ts';
import type { CaseDecision, Supplement } from '#domain/dossier/dossier.ts';
import type { Appointment } from '#domain/dossier/progress.ts';
import { deliveryStates } from '#domain/shipment/delivery.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import { PaymentShape, paymentView } from '#edge/views/payment.ts';
import type { Detail } from '#functions/tracking/application/read-detail.ts';
import { holderText, stageText, statusText } from './texts.ts';

export const sentence = z.object({ vi: z.string(), en: z.string() });
const named = z.object({ id: z.string(), name: z.string() });
const paper = z.object({ name: z.string(), copyKind: z.enum(copyKinds), count: z.int() });
const appointment = z.object({ dueAt: shape.isoTime, setAt: shape.isoTime });

export const DetailView = z.object({
  code: z.string(),
  status: z.enum(caseStatuses),
  statusText: sentence,
  nationalStatus: z.int(),
  /** The given name and the initials of the others. */
  applicant: z.string(),
  procedure: z.object({ code: z.string(), name: z.string(), nameEn: z.string() }),
  /** Kênh thực hiện, and whether staff helped; by whom is not told. */
  filedBy: z.object({ channel: z.enum(channels), wasHelped: z.boolean() }),
  office: named,
  agency: named.optional(),
  /** The last one is where the case stands now. */
  way: z.array(z.object({ stage: z.string(), text: sentence, since: shape.isoTime })),
  appointment: appointment.optional(),
  earlierAppointments: z.array(appointment),
  whyThisDate: z.array(sentence),
  supplements: z.array(
    z.object({
      items: z.array(paper.extend({ reason: z.string() })),
      reason: z.string(),
      answerBy: z.string(),
      requestedAt: shape.isoTime,
      receivedAt: shape.isoTime.optional(),
    }),
  ),
  payments: z.array(PaymentShape),
  /** Hand by hand: every paper is in exactly one. */
  papers: z.array(z.object({ holder: z.string(), text: sentence, items: z.array(paper) })),
  decision: z
    .object({
      outcome: z.enum(['approved', 'refused']),
      decidedAt: shape.isoTime,
      reason: z.string().optional(),
    })
    .optional(),
  parcel: z
    .object({
      carrier: z.string(),
      waybill: z.string(),
      state: z.enum(deliveryStates),
      failedAttempts: z.int(),
      deliveredAt: shape.isoTime.optional(),
    })
    .optional(),
});

export const detailView = (detail: Detail): z.output<typeof DetailView> => {
  const { dossier, procedure, appointment } = detail;
  const office = { id: dossier.office, name: detail.office?.name ?? dossier.office };
  const agency = detail.agency && { id: detail.agency.id, name: detail.agency.name };
  const department = agency?.name ?? '';
  return {
    code: dossier.acceptance?.code ?? '',
    status: dossier.status,
    statusText: statusText[dossier.status],
    nationalStatus: nationalStatus[dossier.status],
    applicant: detail.applicant,
    procedure: {
      code: dossier.procedure.code,
      name: procedure?.name ?? dossier.procedure.code,
      nameEn: procedure?.nameEn ?? dossier.procedure.code,
    },
    filedBy: { channel: dossier.channel, wasHelped: dossier.helpedBy !== undefined },
    office,
    ...(agency && { agency }),
    way: detail.way.map(({ stage, since }) => ({
      stage,
      text: stageText(stage, office.name, department),
      since: isoVietnam(since),
    })),
    ...(appointment && { appointment: appointmentView(appointment) }),
    earlierAppointments: detail.earlierAppointments.map(appointmentView),
    whyThisDate: [...detail.whyThisDate],
    supplements: dossier.supplements.map((asked) => supplementView(asked, procedure)),
    payments: (dossier.payments ?? []).map((asked) => paymentView(asked)),
    papers: detail.papers.map(({ holder, name, papers }) => ({
      holder,
      text: holderText(holder, name),
      items: papers.map((paper) => paperView(paper, procedure)),
    })),
    ...(dossier.decision && { decision: decisionView(dossier.decision) }),
    ...parcelView(detail),
  };
};

const appointmentView = ({ dueAt, setAt }: Appointment) => ({
  dueAt: isoVietnam(dueAt),
  setAt: isoVietnam(setAt),
});

const paperView = ({ id, copyKind, count }: Paper, procedure: Procedure | undefined) => ({
  name:
    id === resultPaper.id
      ? (procedure?.result.name ?? id)
      : (procedure?.components.find((component) => component.id === id)?.name ?? id),
  copyKind,
  count,
});

/** Without who asked: the citizen deals with the department, not with a person. */
const supplementView = (
  { items, reason, answerBy, requestedAt, receivedAt }: Supplement,
  procedure: Procedure | undefined,
) => ({
  items: items.map((item) => ({ ...paperView(item, procedure), reason: item.reason })),
  reason,
  answerBy,
  requestedAt: isoVietnam(requestedAt),
  ...(receivedAt !== undefined && { receivedAt: isoVietnam(receivedAt) }),
});

const decisionView = ({ outcome, decidedAt, reason }: CaseDecision) => ({
  outcome,
  decidedAt: isoVietnam(decidedAt),
  ...(reason !== undefined && { reason }),
});

const parcelView = ({ dossier: { delivery }, parcel }: Detail) =>
  delivery && {
    parcel: {
      carrier: delivery.carrier,
      waybill: delivery.waybill,
      state: parcel?.state ?? 'label-made',
      failedAttempts: parcel?.attempts ?? 0,
      ...(parcel?.deliveredAt !== undefined && { deliveredAt: isoVietnam(parcel.deliveredAt) }),
    },
  };

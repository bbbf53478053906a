import type { Ulid } from '#domain/identifiers/ulid.ts';
import { complaintKind } from '#functions/complaints/records.ts';
import { type Commands, counter, reading, supervision, work } from '../command.ts';

/** Complaints. */
export const complaintsCommands: Commands = {
  makeLodgeComplaint: counter(({ on, at }, by) =>
    on.makeLodgeComplaint({
      ...by,
      dossierId: at.dossierId,
      subject: 'delay',
      route: 'within-province',
      text: 'Chậm một tuần',
    }),
  ),
  makeAnswerComplaint: supervision(({ on, at }, by) =>
    on.makeAnswerComplaint({
      ...by,
      complaintId: at.idOf(complaintKind) as Ulid,
      outcome: 'upheld',
      text: 'Bưu điện xin lỗi và hoàn cước',
    }),
  ),
  makeWatchComplaints: reading(work(({ on }) => on.makeWatchComplaints())),
  'makeReadComplaints.list': reading(
    counter(({ on }, { actor }) =>
      on.makeReadComplaints.list(actor, { state: 'open', office: 'bd-vi-thanh', limit: 10 }),
    ),
  ),
  'makeReadComplaints.one': reading(
    counter(({ on, at }, { actor }) =>
      on.makeReadComplaints.one(actor, at.idOf(complaintKind) as Ulid),
    ),
  ),
};

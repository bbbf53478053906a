import { isoVietnam } from '#domain/time/vietnam-time.ts';
import type { CallToMake } from '#functions/notifications/application/call-list.ts';
import type { SettledCall } from '#functions/notifications/ports/sms.ts';

/** A line of the call list; none for a message that left the list while it was read. */
export const callLine = ({ record: { call, ...record }, phone }: CallToMake) => {
  const { values } = record;
  // A dossier that is not accepted yet is known by its slip.
  const code = values['code'] ?? values['number'] ?? values['slip'];
  return call
    ? [
        {
          reference: record.reference,
          dossierId: record.dossierId,
          office: call.office,
          ...(code && { code }),
          template: record.template,
          reason: call.reason,
          since: isoVietnam(call.since),
          ...(phone !== undefined && { phone }),
        },
      ]
    : [];
};

/** The clerk's note stays with the call: it may name people. */
export const settledView = (reference: string, { outcome, by, at }: SettledCall) => ({
  reference,
  outcome,
  by,
  at: isoVietnam(at),
});

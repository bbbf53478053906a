import { explain } from '#domain/deadline/due-date.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import type { Handlers } from '#edge/call.ts';
import type { makeForeseeAppointment } from '#functions/intake/application/foresee-appointment.ts';
import type { makeListDaysOff } from '#functions/intake/application/list-days-off.ts';
import type { appointmentContract } from './appointment-contract.ts';

interface UseCases {
  readonly foresee: ReturnType<typeof makeForeseeAppointment>;
  readonly daysOff: ReturnType<typeof makeListDaysOff>;
}

export const makeAppointmentHandlers = (on: UseCases): Handlers<typeof appointmentContract> => ({
  foreseeAppointment: async ({ actor, body }) => {
    const foreseen = await on.foresee({ ...body, actor });
    if (!foreseen.ok) return foreseen;
    const { agency, dueAt, transferBy, explanation, ...told } = foreseen.value;
    return {
      status: 200,
      body: {
        ...told,
        agency: { id: agency.id, name: agency.name },
        ...(dueAt !== undefined && { dueAt: isoVietnam(dueAt) }),
        transferBy: isoVietnam(transferBy),
        explanation: {
          vi: explanation.map((step) => explain(step, 'vi')),
          en: explanation.map((step) => explain(step, 'en')),
        },
      },
    };
  },
  listDaysOff: async ({ query: { from, to } }) => {
    const off = await on.daysOff(from, to);
    return off.ok ? { status: 200, body: { items: [...off.value] } } : off;
  },
});

import type * as z from 'zod';
import { actingAs, type Role, type StaffMember } from '#domain/actor/actor.ts';
import { scanLimits } from '#domain/scan/scan.ts';
import type { Instant } from '#domain/time/instant.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { contract } from './contract.ts';

type Me = z.output<(typeof contract)['readMe']['answers'][200]>;

/** The person behind a token; a place that the catalogue no longer names is called by its id. */
export const meView = (catalogue: Catalogue, member: StaffMember, now: Instant): Me => ({
  id: member.id,
  ...(member.name !== undefined && { name: member.name }),
  capacities: member.roles.flatMap((role) => capacityOf(catalogue, member, role) ?? []),
  limits: {
    scanBytes: scanLimits.bytes,
    scanPages: scanLimits.pages,
    batchBytes: scanLimits.bytesPerBatch,
    batchFiles: scanLimits.filesPerBatch,
  },
  now: isoVietnam(now),
});

const capacityOf = (
  catalogue: Catalogue,
  member: StaffMember,
  role: Role,
): Me['capacities'][number] | undefined => {
  const staff = actingAs(member, role);
  if (!staff) return undefined;
  const office = staff.office === undefined ? undefined : catalogue.office(staff.office);
  const agency = staff.agency === undefined ? undefined : catalogue.agency(staff.agency);
  return {
    role,
    ...(staff.office !== undefined && {
      office: {
        id: staff.office,
        name: office?.name ?? staff.office,
        intakeModes: [...(office?.intakeModes ?? [])],
      },
    }),
    ...(staff.agency !== undefined && {
      agency: { id: staff.agency, name: agency?.name ?? staff.agency },
    }),
  };
};

import { actingAs, type Role, roles, type Staff, type StaffMember } from '#domain/actor/actor.ts';
import { type DeviceActor, deviceKinds } from '#domain/actor/device.ts';
import { parsePersonName } from '#domain/identifiers/person-name.ts';
import type { DeviceId } from '#domain/identifiers/record-ids.ts';
import type { Devices } from '#edge/contract.ts';
import type { HttpEvent } from './call.ts';

/** The staff member behind a token that API Gateway has verified; undefined without one. */
export const staffOf = (event: HttpEvent): StaffMember | undefined => {
  const claims = event.requestContext.authorizer?.jwt?.claims;
  const id = claims?.['sub'];
  if (!claims || typeof id !== 'string') return undefined;
  // API Gateway lets an identity token through too: its audience is the client.
  if (claims['token_use'] !== 'access') return undefined;
  const name = parsePersonName(String(claims['name'] ?? ''));
  const office = claims['office'];
  const agency = claims['agency'];
  return {
    kind: 'staff',
    id,
    roles: rolesOf(claims['cognito:groups']),
    ...(name.ok && { name: name.value }),
    ...(typeof office === 'string' && { office }),
    ...(typeof agency === 'string' && { agency }),
  };
};

/** API Gateway hands an array claim over as the text `[clerk courier]`. */
const rolesOf = (claim: unknown): readonly Role[] => {
  const words = String(claim ?? '')
    .replace(/^\[|\]$/g, '')
    .split(/[\s,]+/);
  return roles.filter((role) => words.includes(role));
};

/** The header in which a person of several roles says in which one they act. */
export const capacityHeader = 'acting-as';

/**
 * The person in the one capacity in which they call: the one they name, or the only one of theirs that
 * the route allows. Of several the person must choose, for each sees and may do other things.
 */
export const callerAs = (
  who: readonly Role[],
  member: StaffMember,
  named: string | undefined,
): Staff | 'role-missing' | 'capacity-unchosen' => {
  const [first, ...others] = who
    .filter((role) => named === undefined || role === named)
    .flatMap((role) => actingAs(member, role) ?? []);
  if (!first) return 'role-missing';
  return others.length === 0 ? first : 'capacity-unchosen';
};

/** The device that the authorizer has let in; undefined without one. */
export const deviceOf = (event: HttpEvent): DeviceActor | undefined => {
  const { device, office, kind } = event.requestContext.authorizer?.lambda ?? {};
  const deviceKind = deviceKinds.find((known) => known === kind);
  if (typeof device !== 'string' || typeof office !== 'string' || !deviceKind) return undefined;
  return { kind: 'device', id: device as DeviceId, office, deviceKind };
};

export const mayDevice = ({ devices }: Devices, { deviceKind }: DeviceActor): boolean =>
  devices.includes(deviceKind);

/** The bearer token of a caller who is no staff; empty without one. */
export const bearerOf = (headers: Readonly<Record<string, string | undefined>>): string =>
  /^Bearer (\S{1,200})$/i.exec(headers['authorization']?.slice(0, 300) ?? '')?.[1] ?? '';

import { type Role, roles, type Staff } from '#domain/actor/actor.ts';
import type { Callers } from '#edge/contract.ts';
import type { HttpEvent } from './call.ts';

/** The staff member behind a token that API Gateway has verified; undefined without one. */
export const staffOf = (event: HttpEvent): Staff | undefined => {
  const claims = event.requestContext.authorizer?.jwt?.claims;
  const id = claims?.['sub'];
  if (!claims || typeof id !== 'string') return undefined;
  // API Gateway lets an identity token through too: its audience is the client.
  if (claims['token_use'] !== 'access') return undefined;
  const name = claims['name'];
  const office = claims['office'];
  const agency = claims['agency'];
  return {
    kind: 'staff',
    id,
    roles: rolesOf(claims['cognito:groups']),
    ...(typeof name === 'string' && { name }),
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

/** True when one of the staff's roles may call, and carries the place that the role works at. */
export const mayCall = (who: Callers, staff: Staff): boolean =>
  Array.isArray(who) && staff.roles.some((role) => who.includes(role) && hasPlace(staff, role));

const hasPlace = (staff: Staff, role: Role): boolean => {
  if (role === 'clerk' || role === 'courier') return staff.office !== undefined;
  if (role === 'officer' || role === 'leader') return staff.agency !== undefined;
  return true;
};

/** The bearer token of a caller who is no staff; empty without one. */
export const bearerOf = (headers: Readonly<Record<string, string | undefined>>): string =>
  /^Bearer (\S{1,200})$/i.exec(headers['authorization']?.slice(0, 300) ?? '')?.[1] ?? '';

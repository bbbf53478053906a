/** Who acts. Taken from the verified token at the edge, never from the request's body or path. */
export type Actor = Staff | { readonly kind: 'carrier'; readonly id: string } | Citizen | System;

/** Công dân with a session of a dossier: the receipt and the digits of an SMS have opened it. */
export interface Citizen {
  readonly kind: 'citizen';
  /** The one dossier that the session opens. */
  readonly id: string;
}

export interface Staff {
  readonly kind: 'staff';
  /** The token's `sub`: stable, not a name. */
  readonly id: string;
  /** As it stands under signatures. */
  readonly name?: string;
  /**
   * In which capacity (tư cách) this person acts: one at a time. Whoever has several roles, as one-stop
   * staff in a post office do, chooses; the powers of two are never joined.
   */
  readonly role: Role;
  /** Post office of a clerk or courier. */
  readonly office?: string;
  /** Department of an officer or leader. */
  readonly agency?: string;
}

export interface System {
  readonly kind: 'system';
  /** The worker that acts, e.g. `scanning/verify-scan`. */
  readonly id: string;
}

/** `clerk`: giao dịch viên bưu điện; `officer`: chuyên viên; `leader`: lãnh đạo; `supervisor`: giám sát. */
export const roles = ['clerk', 'courier', 'officer', 'leader', 'supervisor'] as const;
export type Role = (typeof roles)[number];

const placeOf: Readonly<Record<Role, 'office' | 'agency' | undefined>> = {
  clerk: 'office',
  courier: 'office',
  officer: 'agency',
  leader: 'agency',
  supervisor: undefined,
};

export const isPost = ({ role }: Staff): boolean => placeOf[role] === 'office';

export const isDepartment = ({ role }: Staff): boolean => placeOf[role] === 'agency';

/** A person as the token names them: every role and place they have. */
export interface StaffMember extends Omit<Staff, 'role'> {
  readonly roles: readonly Role[];
}

/** The person in one role, with the place of that role alone; undefined without the role or its place. */
export const actingAs = (
  { roles: held, office, agency, ...person }: StaffMember,
  role: Role,
): Staff | undefined => {
  if (!held.includes(role)) return undefined;
  const place = placeOf[role];
  if (place === undefined) return { ...person, role };
  if (place === 'office') return office === undefined ? undefined : { ...person, role, office };
  return agency === undefined ? undefined : { ...person, role, agency };
};

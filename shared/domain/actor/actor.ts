/** Who acts. Taken from the verified token at the edge, never from the request's body or path. */
export type Actor = Staff | { readonly kind: 'carrier'; readonly id: string } | System;

export interface Staff {
  readonly kind: 'staff';
  /** The token's `sub`: stable, not a name. */
  readonly id: string;
  /** As it stands under signatures. */
  readonly name?: string;
  readonly roles: readonly Role[];
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

export const isPost = (actor: Staff): boolean =>
  actor.roles.includes('clerk') || actor.roles.includes('courier');

export const isDepartment = (actor: Staff): boolean =>
  actor.roles.includes('officer') || actor.roles.includes('leader');

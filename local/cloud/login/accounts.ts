import { createHash, timingSafeEqual } from 'node:crypto';

/** A member of staff as Cognito would keep one. */
export interface StaffUser {
  readonly username: string;
  readonly name: string;
  /** Cognito groups: the roles. */
  readonly groups: readonly string[];
  /** `custom:office` or `custom:agency`: the place of work. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Who may sign in on this machine: all with one password, which the page shows. */
export interface Staff {
  readonly users: readonly StaffUser[];
  readonly password: string;
  /** What the login page says of somebody beside the name. */
  readonly describe: (user: StaffUser) => { readonly roles: string; readonly place: string };
}

export interface StaffAccount extends StaffUser {
  /** Cognito's `sub`: a UUID that stays. */
  readonly sub: string;
}

export interface Accounts {
  bySub(sub: string): StaffAccount | undefined;
  /** Undefined alike for a wrong name and a wrong password. */
  check(username: string, password: string): StaffAccount | undefined;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The same person has the same `sub` after a restart: dossiers remember it. */
const subOf = (userPoolId: string, username: string): string => {
  const hex = digest(`${userPoolId}/${username}`).toString('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

export const makeAccounts = (
  { users, password: known }: Pick<Staff, 'users' | 'password'>,
  userPoolId: string,
): Accounts => {
  const accounts = users.map((user) => ({ ...user, sub: subOf(userPoolId, user.username) }));
  const byName = new Map(accounts.map((account) => [account.username, account]));
  const bySub = new Map(accounts.map((account) => [account.sub, account]));
  return {
    bySub: (sub) => bySub.get(sub),
    check: (username, password) => {
      // The password is compared for unknown names too: no difference to measure.
      const right = timingSafeEqual(digest(password), digest(known));
      const account = byName.get(username.trim().toLowerCase());
      return right ? account : undefined;
    },
  };
};

import type { Staff } from '#local/cloud/login/accounts.ts';
import { demoPassword, demoUsers } from './demo-users.ts';
import { placeOf, roleNames } from './role-names.ts';

/** The demo users as the login takes them, with the roles in words. */
export const demoStaff: Staff = {
  users: demoUsers,
  password: demoPassword,
  describe: (user) => ({
    roles: user.groups.map((group) => roleNames[group]?.vi ?? group).join(', '),
    place: placeOf(user),
  }),
};

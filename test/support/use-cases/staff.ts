import type { Staff } from '#domain/actor/actor.ts';

const staff = (id: string, role: Staff['role'], at: Partial<Staff>): Staff => ({
  kind: 'staff',
  id,
  role,
  ...at,
});

const office = 'bd-vi-thanh';
export const clerk = staff('lan', 'clerk', { office });
export const colleague = staff('binh', 'clerk', { office });
export const courier = staff('tuan', 'courier', { office });
export const guestClerk = staff('minh', 'clerk', { office: 'bd-nga-bay' });
export const supervisor = staff('chi', 'supervisor', {});

export const officerOf = (agency = 'ct-nnmt') => staff(`officer-${agency}`, 'officer', { agency });
export const leaderOf = (agency = 'ct-nnmt') => staff(`leader-${agency}`, 'leader', { agency });

/** An office and an agency that no command ever brings in. */
export const strangeClerk = staff('yen', 'clerk', { office: 'bd-long-my' });
export const strangeCourier = staff('son', 'courier', { office: 'bd-long-my' });
export const strangeOfficer = staff('dung', 'officer', { agency: 'ct-xd' });

import type { Contract } from '#edge/contract.ts';
import { contract as catalogue } from '#functions/catalogue/api/contract.ts';
import { contract as complaints } from '#functions/complaints/api/contract.ts';
import { contract as corrections } from '#functions/corrections/api/contract.ts';
import { contract as departments } from '#functions/departments/api/contract.ts';
import { contract as jointWork } from '#functions/departments/joint-work/contract.ts';
import { contract as devices } from '#functions/devices/api/contract.ts';
import { contract as printing } from '#functions/forms/print-form/contract.ts';
import { contract as handover } from '#functions/handover/api/contract.ts';
import { contract as intake } from '#functions/intake/api/contract.ts';
import { contract as money } from '#functions/money/api/contract.ts';
import { contract as notifications } from '#functions/notifications/api/contract.ts';
import { contract as oversight } from '#functions/oversight/api/contract.ts';
import { contract as portal } from '#functions/portal/api/contract.ts';
import { contract as queueing } from '#functions/queueing/api/contract.ts';
import { contract as returns } from '#functions/returns/api/contract.ts';
import { contract as choosing } from '#functions/returns/choose-delivery/contract.ts';
import { contract as satisfaction } from '#functions/satisfaction/api/contract.ts';
import { contract as scanning } from '#functions/scanning/api/contract.ts';
import { contract as tracking } from '#functions/tracking/api/contract.ts';
import { contract as phoneSession } from '#functions/tracking/phone-session/contract.ts';
import { contract as proving } from '#functions/tracking/prove-history/contract.ts';

/** The contracts of all HTTP functions: routes, OpenAPI and authorization come from here alone. */
export const contracts = {
  'catalogue/api': catalogue,
  'intake/api': intake,
  'forms/print-form': printing,
  'scanning/api': scanning,
  'money/api': money,
  'handover/api': handover,
  'departments/api': departments,
  'departments/joint-work': jointWork,
  'returns/api': returns,
  'returns/choose-delivery': choosing,
  'notifications/api': notifications,
  'tracking/api': tracking,
  'tracking/phone-session': phoneSession,
  'tracking/prove-history': proving,
  'portal/api': portal,
  'queueing/api': queueing,
  'devices/api': devices,
  'satisfaction/api': satisfaction,
  'oversight/api': oversight,
  'corrections/api': corrections,
  'complaints/api': complaints,
} as const satisfies Record<string, Contract>;

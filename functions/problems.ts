import type { Problems } from '#edge/problem.ts';
import { edgeProblems } from '#edge/problems/edge.ts';
import { kernelProblems } from '#edge/problems/kernel.ts';
import { catalogueProblems } from '#functions/catalogue/problems.ts';
import { complaintsProblems } from '#functions/complaints/problems.ts';
import { departmentsProblems } from '#functions/departments/problems.ts';
import { devicesProblems } from '#functions/devices/problems.ts';
import { formsProblems } from '#functions/forms/problems.ts';
import { handoverProblems } from '#functions/handover/problems.ts';
import { intakeProblems } from '#functions/intake/problems.ts';
import { moneyProblems } from '#functions/money/problems.ts';
import { notificationsProblems } from '#functions/notifications/problems.ts';
import { oversightProblems } from '#functions/oversight/problems.ts';
import { portalProblems } from '#functions/portal/problems.ts';
import { queueingProblems } from '#functions/queueing/problems.ts';
import { returnsProblems } from '#functions/returns/problems.ts';
import { satisfactionProblems } from '#functions/satisfaction/problems.ts';
import { scanningProblems } from '#functions/scanning/problems.ts';
import { trackingProblems } from '#functions/tracking/problems.ts';

/** Every refusal with its row: a service that forgot to add its own here does not compile. */
export const problems = {
  ...edgeProblems,
  ...kernelProblems,
  ...intakeProblems,
  ...catalogueProblems,
  ...scanningProblems,
  ...oversightProblems,
  ...formsProblems,
  ...handoverProblems,
  ...departmentsProblems,
  ...queueingProblems,
  ...devicesProblems,
  ...satisfactionProblems,
  ...moneyProblems,
  ...returnsProblems,
  ...trackingProblems,
  ...notificationsProblems,
  ...portalProblems,
  ...complaintsProblems,
} as const satisfies Problems;

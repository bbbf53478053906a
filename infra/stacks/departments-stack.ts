import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { DepartmentQueues } from '../constructs/department-queues.ts';
import { timeouts } from '../functions/plan.ts';

/**
 * The queues of the departments, each with its dead letters and alarms: six resources an agency, which grow
 * with the province while the services do not (ADR 009).
 */
export class DepartmentsStack extends Stack {
  readonly departments: DepartmentQueues;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    this.departments = new DepartmentQueues(this, 'Queues', {
      workTimeout: timeouts.receiveDossier,
    });
  }
}

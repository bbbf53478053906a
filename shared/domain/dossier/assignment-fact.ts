import type { Instant } from '#domain/time/instant.ts';
import type { AssignmentAnswer, Task } from './assignments.ts';

/** What happened to the tasks of other agencies. */
export type AssignmentFact =
  | ({ readonly type: 'assignment-planned'; readonly leaseNo: number } & Task)
  | {
      readonly type: 'assignment-opened';
      readonly id: number;
      readonly agency: string;
      readonly dueAt?: Instant;
      readonly calendarVersions: readonly string[];
    }
  | {
      readonly type: 'assignment-taken';
      readonly id: number;
      readonly agency: string;
      readonly leaseNo: number;
      readonly holder: string;
      readonly until: Instant;
    }
  | {
      /** The asked agency's leader took it from who is not there; the fence went on. */
      readonly type: 'assignment-taken-back';
      readonly id: number;
      readonly agency: string;
      readonly leaseNo: number;
      readonly holder: string;
      readonly reason: string;
      readonly takenBackBy: string;
    }
  | ({
      readonly type: 'assignment-answered';
      readonly id: number;
      readonly agency: string;
      readonly leaseNo: number;
    } & AssignmentAnswer)
  | {
      readonly type: 'assignment-recalled';
      readonly id: number;
      readonly agency: string;
      readonly leaseNo: number;
      readonly reason: string;
    }
  | {
      /** Sector law left the waiting for an opinion out of the limit. */
      readonly type: 'clock-resumed';
      readonly dueAt: Instant;
      readonly calendarVersions: readonly string[];
    };

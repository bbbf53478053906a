import { type Milliseconds, seconds } from '#domain/time/instant.ts';
import type { Counted } from '#watch/metrics.ts';
import type { Grants } from './grants.ts';
import type { Source, TableName } from './sources.ts';

/** One Lambda: what it needs, what it may touch, and what people suffer while it fails. */
export interface FunctionPlan {
  /** The first line of its alarm, after "while it fails,". */
  readonly impact: string;
  readonly timeout: Milliseconds;
  /** 512 unless told. */
  readonly memoryMb?: number;
  /** `satisfies Variables<typeof Env>` where it is written. */
  readonly environment: Readonly<Record<string, Source>>;
  readonly grants: Grants;
  /** Read beside its bundle: name → path from the root, or what the build itself makes. */
  readonly files?: Readonly<Record<string, string | { readonly made: 'openapi' }>>;
  /** Called by the user pool, in whose stack it must lie. */
  readonly trigger?: 'pre-token-generation';
}

/** How a function of the service works a queue. */
export interface WorkPlan {
  /** The function's short name; the queue's visibility is six times its timeout. */
  readonly worker: string;
  readonly batchSize: number;
  /** Bounds the load on the table without throttling valid messages into the dead letters. */
  readonly maxConcurrency: number;
}

/** Lets devices in, for the routes of all services that name them. */
export interface DeviceAuthorizerPlan {
  /** The function's short name. */
  readonly worker: string;
  /** So long API Gateway keeps a verdict on a token: what was revoked is let in no longer than that. */
  readonly verdictLife: Milliseconds;
}

/** A queue with its dead letters and alarms; it lies with the service that works it. */
export interface QueuePlan extends WorkPlan {
  /** What people suffer while messages lie in the dead letters. */
  readonly impact: string;
}

/** Follows a table's stream, with limits instead of an endless retry. */
export interface StreamPlan {
  readonly table: TableName;
  readonly worker: string;
  readonly batchSize: number;
  readonly parallelization: number;
  readonly retries: number;
  readonly maxAge: Milliseconds;
  /** New items that have this attribute; others are not delivered. */
  readonly insertsWith: string;
  /** The queue, by its name, that keeps what is given up on. */
  readonly missed: { readonly name: string; readonly impact: string };
  readonly lag: AlarmText & { readonly after: Milliseconds };
}

export type SchedulePlan = { readonly worker: string } & (
  | { readonly every: Milliseconds }
  /** UTC. Invoked again twice where the invocation itself fails. */
  | { readonly dailyAt: { readonly hour: number; readonly minute: number } }
);

/** What people suffer, and `docs/runbooks/<runbook>.md`, which says what to do. */
export interface AlarmText {
  readonly harm: string;
  readonly runbook: string;
}

/**
 * One service as data: what infrastructure makes a stack of. Names of functions are those of their
 * folders; names of queues and schedules are unique over all services.
 */
export interface ServicePlan {
  readonly functions: Readonly<Record<string, FunctionPlan>>;
  readonly queues?: Readonly<Record<string, QueuePlan>>;
  /** Works the queue of uploads, which lies with the bucket that fills it. */
  readonly uploads?: QueuePlan;
  /** Works the departments' queues, one an agency, which have stacks of their own. */
  readonly departmentQueues?: WorkPlan;
  readonly deviceAuthorizer?: DeviceAuthorizerPlan;
  readonly streams?: Readonly<Record<string, StreamPlan>>;
  readonly schedules?: Readonly<Record<string, SchedulePlan>>;
  /** Rings when the service counts any within 15 minutes (`shared/watch/metrics.ts`). */
  readonly alarms?: Readonly<Partial<Record<Counted, AlarmText>>>;
}

/** Behind the HTTP API somebody waits: more memory is more processor. */
export const answering = { timeout: seconds(10), memoryMb: 1_024 } as const;

/** A job that a schedule starts each minute ends before its next start. */
export const sweeping = { timeout: seconds(50) } as const;

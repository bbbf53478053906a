import type * as z from 'zod';
import type { KeyPurpose } from '#domain/identifiers/key-purpose.ts';

/** What lies in State and outlives every deployment, by the name that plans use. */
export type TableName = 'dossiers' | 'ledger' | 'figures' | 'access';
export type BucketName = 'quarantine' | 'evidence' | 'previews' | 'catalogue';
/** One a purpose, so that who reads one opens nothing else. */
export type KeySecret = `${KeyPurpose}-key`;
export type SecretName = KeySecret | 'edge' | 'sms' | 'zalo' | 'courier' | 'portal' | 'receipts';

/** What differs between a province, a rehearsal and one machine: a parameter of the stack. */
export interface Setting {
  /** The CloudFormation parameter's name; the same name in two services is the same setting. */
  readonly parameter: string;
  readonly description: string;
  readonly fallback: string;
}

/** Where the value of an environment variable comes from; only the deployment knows the value. */
export type Source =
  /** The table's or the bucket's name. */
  | { readonly table: TableName }
  | { readonly bucket: BucketName }
  /** The secret's ARN. */
  | { readonly secret: SecretName }
  /** The URL of a queue that some service's plan declares. */
  | { readonly queue: string }
  /** What the names of the departments' queues begin with. */
  | { readonly prefixOf: 'department-queues' }
  | { readonly setting: Setting };

/**
 * The variables of a function's `env.ts`, each with its source: a forgotten one does not compile. Those
 * that begin with `AWS_` are set by Lambda itself.
 */
export type Variables<E extends z.ZodType> = Readonly<
  Record<Exclude<keyof z.input<E> & string, `AWS_${string}`>, Source>
>;

import type { Instant } from '#domain/time/instant.ts';
import type { SoFar } from './scan-inspector.ts';

/** What is known of a file that is being looked at. */
export interface Begun {
  /** Since when somebody looks at it; absent while nobody does. */
  readonly at?: Instant;
  /** How far earlier messages came. */
  readonly soFar?: SoFar;
}

/** Derived, and no record: whoever loses it begins at the first page. */
export interface InspectionProgress {
  read(key: string): Promise<Begun | undefined>;
  keep(key: string, begun: Begun): Promise<void>;
  discard(key: string): Promise<void>;
}

/** Asks for a message that goes on with the file. */
export type AskToGoOn = (objectKey: string) => Promise<void>;

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Client } from '#api/client.ts';
import type { Role } from '#domain/actor/actor.ts';
import type { Told } from './ask.ts';
import type { Contracts } from './contracts.ts';
import type { Line, LineState } from './line.ts';
import type { Outbox } from './outbox/outbox.ts';

export type Me = Told<'GET /v1/me'>;
export type Capacity = Me['capacities'][number];

export interface Desk {
  /** Asks the API as this person in this capacity. */
  readonly api: Client<Contracts>;
  readonly me: Me;
  readonly capacity: Capacity;
  /** A file behind a path of the API, wherever it leads: its bytes, not a body of a contract. */
  readonly open: (path: string) => Promise<Response>;
  /** The server's clock in ISO 8601 with Vietnam's offset: the device's own may be wrong by a day. */
  readonly now: () => string;
  readonly line: Line;
  /**
   * Somebody else signs in beside and asks the API for one act, in the first of these roles that they have.
   * Throws where the login refuses.
   */
  readonly another: (roles: readonly Role[]) => Promise<Client<Contracts>>;
  /** Of whoever takes dossiers in; undefined where the browser keeps nothing. */
  readonly outbox: Outbox | undefined;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

/** Who sits here and how they ask. Every screen of staff is drawn within a desk. */
export const useDesk = (): Desk => {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('a screen of staff without a desk');
  return desk;
};

/** Whether the system can be reached; drawn anew when that changes. */
export const useLineState = (): LineState => {
  const { line } = useDesk();
  return useSyncExternalStore(line.subscribe, line.state);
};

const nothing: ReturnType<Outbox['lines']> = [];
const nobody = () => () => undefined;

/** What of this person is in the outbox; drawn anew at each change. */
export const useOutboxLines = (): ReturnType<Outbox['lines']> => {
  const { outbox } = useDesk();
  return useSyncExternalStore(outbox?.subscribe ?? nobody, outbox?.lines ?? (() => nothing));
};

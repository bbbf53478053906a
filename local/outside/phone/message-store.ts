import { EventEmitter } from 'node:events';
import { openJournal } from '#local/kit/journal.ts';
import type { Size } from './esms.ts';

type MessageStatus = 'sent' | 'delivered' | 'failed';

export interface Message extends Size {
  /** Grows by one: what `after` means. */
  readonly sequence: number;
  readonly smsId: string;
  readonly requestId: string;
  /** E.164. */
  readonly phone: string;
  readonly brandname: string;
  readonly campaign: string;
  readonly callbackUrl: string;
  /** Not by SMS: Zalo’s messages have neither segments nor an alphabet. */
  readonly channel?: 'zalo';
  readonly price: number;
  /** ISO, UTC. */
  readonly at: string;
  readonly status: MessageStatus;
  readonly receipts: number;
}

export interface MessageStore {
  add(message: Omit<Message, 'sequence'>): Message;
  update(smsId: string, change: Partial<Pick<Message, 'status' | 'receipts'>>): void;
  byId(smsId: string): Message | undefined;
  /** In the order of arrival. */
  list(filter: {
    readonly phone?: string | undefined;
    readonly after?: number;
  }): readonly Message[];
  byRequestId(requestId: string): Message | undefined;
  /** Called for every new or changed message until the answer is called. */
  watch(listener: (message: Message) => void): () => void;
}

/** Messages in memory, each change a line on disk before it counts. */
export const openMessageStore = (file: string): MessageStore => {
  const journal = openJournal<Message>(file);
  const messages = new Map(journal.entries.map((message) => [message.smsId, message]));
  journal.rewrite([...messages.values()]);
  const byRequest = new Map(
    [...messages.values()].map(({ requestId, smsId }) => [requestId, smsId]),
  );
  const changes = new EventEmitter().setMaxListeners(0);
  let last = Math.max(0, ...[...messages.values()].map(({ sequence }) => sequence));
  const keep = (message: Message): Message => {
    journal.append(message);
    messages.set(message.smsId, message);
    changes.emit('message', message);
    return message;
  };
  return {
    add: (message) => {
      last += 1;
      if (message.requestId !== '') byRequest.set(message.requestId, message.smsId);
      return keep({ ...message, sequence: last });
    },
    update: (smsId, change) => {
      const message = messages.get(smsId);
      if (message) keep({ ...message, ...change });
    },
    byId: (smsId) => messages.get(smsId),
    byRequestId: (requestId) => messages.get(byRequest.get(requestId) ?? ''),
    list: ({ phone, after = 0 }) =>
      [...messages.values()].filter(
        (message) => message.sequence > after && (phone === undefined || message.phone === phone),
      ),
    watch: (listener) => {
      changes.on('message', listener);
      return () => changes.off('message', listener);
    },
  };
};

import type { MessagePort } from 'node:worker_threads';
import type { ReadPage, ScanInspector } from '#functions/scanning/ports/scan-inspector.ts';
import type { Asked, Said } from './messages.ts';

type Port = Pick<MessagePort, 'on' | 'once' | 'postMessage'>;

/** The inside of the watched thread: answers one question after the other. */
export const serveInspections = (port: Port, inspector: ScanInspector): void => {
  const say = (said: Said): void => port.postMessage(said);
  const answer = makeAnswer(port, inspector);
  port.on('message', (asked: Asked) => {
    // It belongs to the question that is being answered.
    if (asked.ask === 'go on with') return;
    answer(asked).then(say, (error: unknown) => say({ say: 'failed', why: whyOf(error) }));
  });
};

const whyOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

const makeAnswer =
  (port: Port, inspector: ScanInspector) =>
  async (asked: Exclude<Asked, { ask: 'go on with' }>): Promise<Said> => {
    if (asked.ask === 'findRepeated')
      return { say: 'compared', repeated: await inspector.findRepeated(asked.pages, read(port)) };
    const { bytes, mediaType, from } = asked;
    const result = await inspector.inspect(
      bytes,
      mediaType,
      (preview) => port.postMessage({ say: 'preview', preview } satisfies Said),
      from,
    );
    return { say: 'inspected', result };
  };

/** Files lie with whoever asks. */
const read =
  (port: Port): ReadPage =>
  (page) =>
    new Promise((resolve) => {
      port.once('message', (asked: Asked) => {
        if (asked.ask !== 'go on with') throw new Error('asked while a file was awaited');
        resolve(asked);
      });
      port.postMessage({ say: 'read', page } satisfies Said);
    });

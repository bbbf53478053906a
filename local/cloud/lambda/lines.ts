import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** CloudWatch Logs takes no event larger than this. */
const longestLine = 256 * 1024;

/** Calls once per line; what follows the last line break is a line when the stream ends. */
export const onLines = (stream: Readable | null, hear: (line: string) => void): void => {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  stream?.on('data', (chunk: Buffer) => {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) hear(line);
    if (rest.length < longestLine) return;
    hear(rest);
    rest = '';
  });
  stream?.once('end', () => {
    const last = rest + decoder.end();
    if (last !== '') hear(last);
  });
};

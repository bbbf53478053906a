import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { contentTypeOf } from './content-type.ts';
import { packedFor } from './packed.ts';
import type { SiteBehaviour } from './read-site.ts';

interface SiteOptions {
  readonly behaviours: readonly SiteBehaviour[];
  /** The built pages, laid out as the bucket is. */
  readonly folder: string;
}

/** What S3 says of a key that is not there to whoever may not list the bucket. */
const accessDenied =
  '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>';

const contentOf = async (folder: string, key: string): Promise<Buffer | undefined> => {
  const file = resolve(join(folder, key));
  if (!file.startsWith(resolve(folder) + sep)) return undefined;
  return readFile(file).catch(() => undefined);
};

const send = async (
  { behaviour, folder }: { readonly behaviour: SiteBehaviour; readonly folder: string },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const [path = '/'] = (request.raw.url ?? '/').split('?');
  const found = behaviour.lookUp(path);
  reply.headers(behaviour.headers);
  if ('status' in found) return reply.code(found.status).type(found.type).send(found.body);
  const { key } = found;
  const content = await contentOf(folder, key);
  if (!content) return reply.code(403).type('application/xml').send(accessDenied);
  const etag = `"${createHash('md5').update(content).digest('hex')}"`;
  const type = contentTypeOf(extname(key));
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const packed = await packedFor({ content, type, etag }, accepted, behaviour.packings);
  // Packed, it is the same to whoever reads it, and not to the byte.
  const shownTag = packed ? `W/${etag}` : etag;
  reply.header('etag', shownTag);
  if (behaviour.packings.length > 0) reply.header('vary', 'accept-encoding');
  if (request.headers['if-none-match'] === shownTag) return reply.code(304).send();
  if (packed) reply.header('content-encoding', packed.packing);
  return reply.type(type).send(packed?.content ?? content);
};

/** The pages under the template's own behaviours and headers, as a fastify plugin. */
export const site =
  ({ behaviours, folder }: SiteOptions): FastifyPluginAsync =>
  async (server) => {
    for (const behaviour of behaviours)
      server.get(behaviour.pattern, (request, reply) =>
        send({ behaviour, folder }, request, reply),
      );
  };

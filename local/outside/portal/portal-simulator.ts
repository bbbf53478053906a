import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { acceptForms } from '#local/kit/page/forms.ts';
import {
  type Misbehaviour,
  makeMisbehaviour,
  serveBehaviour,
} from '#local/kit/page/misbehaviour.ts';
import { endBadly } from '#local/outside/phone/sending.ts';
import { errorCodes } from './check-document.ts';
import { type Mode, modes, portalPage } from './portal-page.ts';
import { makeServices, type PortalAccount } from './portal-services.ts';
import { type Fields, openPortalStore, type PortalStore } from './portal-store.ts';

export interface PortalOptions {
  readonly directory: string;
  /** The account that it knows; without it, any user and password that are not empty. */
  readonly account?: () => PortalAccount;
  readonly procedures?: readonly string[];
  readonly slowMs?: number;
  readonly clock?: () => number;
}

const fieldsOf = ({ body }: FastifyRequest): Fields =>
  typeof body === 'object' && body !== null ? (body as Fields) : {};

const codeOf = ({ params }: FastifyRequest): string => (params as { code?: string }).code ?? '';

type Services = ReturnType<typeof makeServices>;

/** Both doors, behaving as they were told to. */
const serveDoors = (
  server: FastifyInstance,
  services: Services,
  misbehaviour: Misbehaviour<Mode>,
  slowMs: number,
): void => {
  server.post('/mapi/login', async (request, reply) =>
    misbehaviour.current().mode === 'down'
      ? endBadly(reply, 'error')
      : services.login(fieldsOf(request)),
  );
  server.post('/mapi/g', async (request, reply) => {
    const mode = misbehaviour.take();
    if (mode === 'down') return endBadly(reply, 'error');
    if (mode === 'refuse') return { error_code: errorCodes.told, message: 'Từ chối theo yêu cầu' };
    if (mode === 'session-lost') services.endSessions();
    const answer = services.call(fieldsOf(request), { keepsOlder: mode === 'keep-older' });
    if (mode === 'slow') await wait(slowMs);
    return mode === 'apply-then-break' ? endBadly(reply, 'broken') : answer;
  });
};

const back = (request: FastifyRequest, reply: FastifyReply, body: object) =>
  request.headers['content-type']?.includes('urlencoded')
    ? reply.redirect(`/sim/portal?code=${encodeURIComponent(codeOf(request))}`, 303)
    : reply.send(body);

/** What nobody can do to the real portal: look into it, and make its copies wrong. */
const serveBackDoor = (server: FastifyInstance, store: PortalStore): void => {
  server.get('/copies', async () => ({ copies: store.copies() }));
  server.get('/copies/:code', async (request, reply) => {
    const copy = store.find(codeOf(request));
    return copy ?? reply.code(404).send({ message: 'no copy of this code' });
  });
  server.post('/copies/:code/forget', async (request, reply) => {
    store.forget(codeOf(request));
    return back(request, reply, {});
  });
  server.post('/copies/:code/rewind', async (request, reply) =>
    store.rewind(codeOf(request))
      ? back(request, reply, {})
      : reply.code(409).send({ message: 'it never was anything else' }),
  );
};

/** The national portal in the shapes of deployed one-stop systems: it checks what it is told, and may fail. */
export const portalSimulator =
  (o: PortalOptions): FastifyPluginAsync =>
  async (server) => {
    acceptForms(server);
    const store = openPortalStore(o.directory);
    const clock = o.clock ?? Date.now;
    const misbehaviour = makeMisbehaviour(modes);
    const services = makeServices({ store, clock, account: o.account, procedures: o.procedures });
    serveDoors(server, services, misbehaviour, o.slowMs ?? 3_000);
    serveBackDoor(server, store);
    serveBehaviour(server, misbehaviour, { modes, page: '/sim/portal' });
    server.get('/', async (request, reply) => {
      const { code } = request.query as { code?: string };
      const page = portalPage(store, code, misbehaviour.current().mode);
      return reply.headers(page.headers).send(page.text);
    });
  };

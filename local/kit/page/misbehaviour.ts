import type { FastifyInstance } from 'fastify';

/** What a simulator does next, on request. */
export interface Misbehaviour<Mode extends string> {
  /** @param next for that many calls; undefined: until told otherwise */
  set(mode: Mode, next: number | undefined): void;
  /** The mode of the call that has just come; counts it. */
  take(): Mode;
  current(): { readonly mode: Mode; readonly left: number | null };
}

/** The first of the modes is the usual one. */
export const makeMisbehaviour = <const Modes extends readonly [string, ...string[]]>(
  modes: Modes,
): Misbehaviour<Modes[number]> => {
  const usual: Modes[number] = modes[0];
  let mode = usual;
  let left = Number.POSITIVE_INFINITY;
  return {
    set: (wanted, next) => {
      mode = wanted;
      left = next ?? Number.POSITIVE_INFINITY;
    },
    take: () => {
      left -= 1;
      const taken = mode;
      if (left <= 0) {
        mode = usual;
        left = Number.POSITIVE_INFINITY;
      }
      return taken;
    },
    current: () => ({ mode, left: Number.isFinite(left) ? left : null }),
  };
};

const countOf = (value: unknown): number | undefined => {
  const count = Number(value);
  return value === '' || value === undefined || !Number.isInteger(count) || count < 1
    ? undefined
    : count;
};

/** `GET` and `POST behaviour`; a form of the page goes back to it. */
export const serveBehaviour = <Mode extends string>(
  server: FastifyInstance,
  misbehaviour: Misbehaviour<Mode>,
  { modes, page }: { readonly modes: readonly Mode[]; readonly page: string },
): void => {
  server.get('/behaviour', async () => misbehaviour.current());
  server.post('/behaviour', async (request, reply) => {
    const { mode, next } = (request.body ?? {}) as { mode?: unknown; next?: unknown };
    const wanted = modes.find((known) => known === mode);
    if (wanted === undefined) return reply.code(400).send({ message: `mode: ${modes.join(', ')}` });
    misbehaviour.set(wanted, countOf(next));
    const isForm = request.headers['content-type']?.includes('urlencoded');
    return isForm ? reply.redirect(page, 303) : misbehaviour.current();
  });
};

import { bearerOf } from '#edge/actor.ts';
import type { Handlers } from '#edge/call.ts';
import { ok } from '#edge/reply.ts';
import type {
  makeProveHistory,
  makeReadAnchor,
} from '#functions/tracking/application/prove-history.ts';
import type { contract } from './contract.ts';

interface Deps {
  readonly proveHistory: ReturnType<typeof makeProveHistory>;
  readonly readAnchor: ReturnType<typeof makeReadAnchor>;
  readonly verifier: () => Promise<string>;
}

export const makeHandlers = (deps: Deps): Handlers<typeof contract> => ({
  proveHistory: async ({ headers }) => {
    const proven = await deps.proveHistory(bearerOf(headers));
    return proven.ok
      ? { status: 200, about: [proven.value.dossierId], body: proven.value }
      : proven;
  },
  readAnchor: async ({ params }) => {
    const anchor = await deps.readAnchor(params.day);
    return ok(anchor);
  },
  readVerifier: async () => ({ status: 200, script: await deps.verifier() }),
});

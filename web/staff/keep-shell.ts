import { shellWorkerAt } from '#plan/web-places.ts';

/** As far as TypeScript's own types do not know it. */
interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL(text: string): string },
  ): { createScriptURL(text: string): string };
}

/** The one script that a page may start by its address; the policy of the page names this policy alone. */
const workerUrl = (): string => {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: Policies };
  const only = (text: string): string => {
    if (text === shellWorkerAt) return text;
    throw new TypeError(`not a script of ours: ${text}`);
  };
  const policy = trustedTypes?.createPolicy('shell-worker', { createScriptURL: only });
  return policy?.createScriptURL(shellWorkerAt) ?? shellWorkerAt;
};

const register = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  // Nothing to do where it fails: the next start tries again. Without a worker pages work as before.
  await serviceWorker.register(workerUrl(), { updateViaCache: 'none' }).catch(() => undefined);
};

let keeping: Promise<void> | undefined;

/** Keeps the pages in this browser, so that they open without a line. A policy is made once a page. */
export const keepShell = (): Promise<void> => {
  keeping ??= register();
  return keeping;
};

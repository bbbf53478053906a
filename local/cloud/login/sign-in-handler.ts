import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { Page } from '#local/kit/page/document.ts';
import type { Accounts, Staff } from './accounts.ts';
import { refusalPage, type SignInProblem, signInPage } from './sign-in-page.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';

interface Deps {
  readonly provider: Provider;
  readonly accounts: Accounts;
  readonly staff: Staff;
  readonly throttle: SignInThrottle;
  readonly formTargets: readonly string[];
}

const largestForm = 4096;

export const sendPage = (res: ServerResponse, status: number, page: Page): void => {
  res.writeHead(status, { ...page.headers });
  res.end(page.text);
};

const formOf = async (req: IncomingMessage): Promise<URLSearchParams | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestForm) return undefined;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
};

const statusOf = (problem: SignInProblem): number => (problem.code === 'wait' ? 429 : 401);

/** The person's own page of the sign-in; the provider remembers what it is for. */
export const makeSignInHandler = (deps: Deps) => {
  const { provider, accounts, staff, throttle, formTargets } = deps;

  const refuse = (res: ServerResponse, username: string, problem: SignInProblem): void => {
    if (problem.code === 'wait') res.setHeader('retry-after', problem.seconds);
    sendPage(res, statusOf(problem), signInPage({ staff, username, problem, formTargets }));
  };

  const answerForm = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const form = await formOf(req);
    if (!form) return sendPage(res, 413, refusalPage('form-too-large'));
    const username = form.get('username') ?? '';
    const seconds = throttle.waitSeconds(username);
    if (seconds > 0) return refuse(res, username, { code: 'wait', seconds });
    const account = accounts.check(username, form.get('password') ?? '');
    if (!account) {
      throttle.failed(username);
      return refuse(res, username, { code: 'wrong-password' });
    }
    throttle.succeeded(username);
    return provider.interactionFinished(req, res, {
      login: { accountId: account.sub, remember: true },
    });
  };

  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    try {
      await provider.interactionDetails(req, res);
    } catch {
      return sendPage(res, 400, refusalPage('expired'));
    }
    if (req.method === 'POST') return answerForm(req, res);
    return sendPage(res, 200, signInPage({ staff, formTargets }));
  };
};

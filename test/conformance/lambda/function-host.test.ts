import { describe, expect, it } from 'vitest';
import { aBundle, aFunction, runHost } from './tiny-functions.ts';

const answering = (expression: string): string =>
  `export const handler = async (event, context) => (${expression});`;

describe('a function', () => {
  it('gets the event and answers with a value', async () => {
    const { host } = runHost(aFunction(answering('{ twice: event.n * 2 }')));
    expect(await host.invoke('Tiny', { n: 21 })).toEqual({ ok: true, payload: { twice: 42 } });
  });

  it('sees the context that AWS gives', async () => {
    const { host } = runHost(
      aFunction(answering('{ ...context, left: context.getRemainingTimeInMillis() }')),
    );
    const invocation = await host.invoke('Tiny', {});
    expect(invocation).toMatchObject({
      ok: true,
      payload: {
        functionName: 'tiny-function',
        functionVersion: '$LATEST',
        memoryLimitInMB: '128',
        invokedFunctionArn: 'arn:aws:lambda:ap-southeast-1:000000000000:function:tiny-function',
        logGroupName: '/aws/lambda/tiny-function',
        logStreamName: expect.stringMatching(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST][0-9a-f]{32}$/),
        awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        left: expect.any(Number),
      },
    });
  });

  it('sees its own environment and nothing of its parent', async () => {
    process.env['SECRET_OF_THE_PARENT'] = 'leaked';
    const spec = aFunction(answering('{ env: process.env, cwd: process.cwd() }'), {
      environment: { AWS_REGION: 'ap-southeast-1', TABLE: 'dossiers' },
    });
    const { host } = runHost(spec);
    const invocation = await host.invoke('Tiny', {});
    delete process.env['SECRET_OF_THE_PARENT'];
    const payload = (invocation.ok ? invocation.payload : {}) as {
      env: Record<string, string>;
      cwd: string;
    };
    expect(payload.cwd).toBe(spec.directory);
    expect(payload.env['TABLE']).toBe('dossiers');
    expect(Object.keys(payload.env).sort()).toEqual([
      'AWS_LAMBDA_LOG_GROUP_NAME',
      'AWS_LAMBDA_LOG_STREAM_NAME',
      'AWS_REGION',
      'PATH',
      'TABLE',
      '_X_AMZN_TRACE_ID',
    ]);
  });

  it('does not see the environment of another function', async () => {
    const { host } = runHost(
      aFunction(answering('process.env.TOKEN ?? "none"'), {
        id: 'First',
        environment: { TOKEN: 'of the first' },
      }),
      aFunction(answering('process.env.TOKEN ?? "none"'), { id: 'Second' }),
    );
    expect(await host.invoke('First', {})).toEqual({ ok: true, payload: 'of the first' });
    expect(await host.invoke('Second', {})).toEqual({ ok: true, payload: 'none' });
  });

  it('gets a new trace id for each invocation', async () => {
    const { host } = runHost(aFunction(answering('process.env._X_AMZN_TRACE_ID')));
    const [first, second] = [await host.invoke('Tiny', {}), await host.invoke('Tiny', {})];
    expect(first).toMatchObject({
      payload: expect.stringMatching(
        /^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0$/,
      ),
    });
    expect(second).not.toEqual(first);
  });

  it('keeps what it holds in memory from one invocation to the next', async () => {
    const { host } = runHost(
      aFunction('let calls = 0; export const handler = async () => (calls += 1);'),
    );
    expect(await host.invoke('Tiny', {})).toEqual({ ok: true, payload: 1 });
    expect(await host.invoke('Tiny', {})).toEqual({ ok: true, payload: 2 });
  });

  it('has its output told line by line, split characters and the unfinished line included', async () => {
    const { host, lines } = runHost(
      aFunction(`export const handler = async () => {
        const bytes = Buffer.from('hồ sơ\\nmột\\n');
        for (const byte of bytes) process.stdout.write(Buffer.of(byte));
        process.stderr.write('without an end');
        process.exit(3);
      };`),
    );
    await host.invoke('Tiny', {});
    await expect
      .poll(() =>
        lines
          .filter(({ stream }) => stream !== 'platform')
          .map(({ text }) => text)
          .sort(),
      )
      .toEqual(['hồ sơ', 'một', 'without an end']);
  });
});

describe('what goes wrong is answered as AWS answers it', () => {
  it.each([
    ['throws', `throw new RangeError('too far')`, 'RangeError', 'too far'],
    ['throws a text', `throw 'plain'`, 'string', 'plain'],
    [
      'answers with a circle',
      `const a = {}; a.a = a; return a`,
      'Error',
      'Unable to stringify response body',
    ],
    [
      'answers with more than 6 MB',
      `return 'x'.repeat(6291556)`,
      'Function.ResponseSizeTooLarge',
      'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
    ],
    [
      'leaves a rejection unhandled',
      `Promise.reject(new Error('lost')); await new Promise(() => {})`,
      'Runtime.UnhandledPromiseRejection',
      'Error: lost',
    ],
    [
      'throws outside its promise',
      `setTimeout(() => { throw new TypeError('late') }); await new Promise(() => {})`,
      'TypeError',
      'late',
    ],
  ])('when the handler %s', async (_what, body, errorType, errorMessage) => {
    const { host } = runHost(aFunction(`export const handler = async () => { ${body} };`));
    expect(await host.invoke('Tiny', {})).toMatchObject({
      ok: false,
      why: 'unhandled',
      error: { errorType, errorMessage },
    });
  });

  it.each([
    ['throws while loading', `throw new Error('no table')`, 'main.handler', 'Error', 'no table'],
    [
      'has no such export',
      'export const other = 1',
      'main.handler',
      'Runtime.HandlerNotFound',
      'main.handler is undefined or not exported',
    ],
    [
      'has no such file',
      'export const handler = 1',
      'absent.handler',
      'Runtime.ImportModuleError',
      `Error: Cannot find module 'absent'`,
    ],
    [
      'imports what is not there',
      `import 'not-there-at-all'; export const handler = 1`,
      'main.handler',
      'Runtime.ImportModuleError',
      expect.stringContaining('not-there-at-all'),
    ],
    [
      'is no JavaScript',
      'export const handler = =>',
      'main.handler',
      'Runtime.UserCodeSyntaxError',
      expect.any(String),
    ],
    [
      'takes a callback',
      'export const handler = (event, context, done) => done()',
      'main.handler',
      'Runtime.CallbackHandlerDeprecated',
      expect.any(String),
    ],
  ])('when the bundle %s', async (_what, source, handler, errorType, errorMessage) => {
    const { host } = runHost(aFunction(source, { handler }));
    expect(await host.invoke('Tiny', {})).toMatchObject({
      ok: false,
      why: 'unhandled',
      error: { errorType, errorMessage },
    });
  });

  it('refuses an event of more than 6 MB', async () => {
    const { host } = runHost(aFunction(answering('1')));
    expect(await host.invoke('Tiny', 'x'.repeat(6_291_456))).toMatchObject({
      ok: false,
      error: { errorType: 'RequestEntityTooLargeException' },
    });
  });

  it('takes an answer of undefined for null', async () => {
    const { host } = runHost(aFunction(answering('undefined')));
    expect(await host.invoke('Tiny', {})).toEqual({ ok: true, payload: null });
  });
});

describe('new code', () => {
  it('serves the next invocation, while one that runs finishes on the old code', async () => {
    const slow = (version: string): string =>
      `export const handler = async ({ ms }) => {
        console.log(JSON.stringify('started'));
        await new Promise((resolve) => setTimeout(resolve, ms));
        return '${version}';
      };`;
    const spec = aFunction(slow('old'));
    const { host, printed } = runHost(spec);
    const running = host.invoke('Tiny', { ms: 500 });
    await expect.poll(() => printed().length).toBe(1);
    const replaced = host.replace({ ...spec, directory: aBundle(slow('new')) });
    expect(await host.invoke('Tiny', { ms: 0 })).toEqual({ ok: true, payload: 'new' });
    expect(await running).toEqual({ ok: true, payload: 'old' });
    await replaced;
  });
});

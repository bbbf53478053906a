/** A host in a process of its own, for the tests to kill. Arguments: the bundle's directory. */
import { startFunctionHost } from '#local/cloud/lambda/function-host.ts';

const [, , directory = ''] = process.argv;
const host = startFunctionHost(
  [
    {
      id: 'Tiny',
      name: 'tiny-function',
      directory,
      handler: 'main.handler',
      timeoutSeconds: 60,
      memoryMb: 128,
      environment: {},
    },
  ],
  { log: ({ text }) => process.stdout.write(`${text}\n`) },
);
await host.invoke('Tiny', {});

/**
 * Two SQS actions that fauxqs lacks and the redrive tool needs:
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html
 * and ListDeadLetterSourceQueues.
 */
export interface RedriveQueue {
  readonly arn: string;
  readonly url: string;
  readonly name: string;
  readonly deadLetterTargetArn: string | undefined;
}

export interface RedriveStore {
  all(): readonly RedriveQueue[];
  /** Moves at most one waiting message; false when none was waiting. */
  moveOne(from: RedriveQueue, to: RedriveQueue): boolean;
}

export type Answer =
  | { readonly status: 200; readonly body: object }
  | { readonly status: 400; readonly body: { readonly __type: string; readonly message: string } };

const refuse = (code: string, message: string): Answer => ({
  status: 400,
  body: { __type: `com.amazonaws.sqs#${code}`, message },
});

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const sourcesOf = (store: RedriveStore, deadLetter: RedriveQueue): readonly RedriveQueue[] =>
  store.all().filter(({ deadLetterTargetArn }) => deadLetterTargetArn === deadLetter.arn);

const listSources = (store: RedriveStore, request: Readonly<Record<string, unknown>>): Answer => {
  const name = text(request['QueueUrl']).split('/').at(-1);
  const queue = store.all().find((candidate) => candidate.name === name);
  if (!queue) return refuse('QueueDoesNotExist', 'The specified queue does not exist.');
  return { status: 200, body: { queueUrls: sourcesOf(store, queue).map(({ url }) => url) } };
};

const startMove = (store: RedriveStore, request: Readonly<Record<string, unknown>>): Answer => {
  const byArn = (arn: string): RedriveQueue | undefined =>
    store.all().find((queue) => queue.arn === arn);
  const from = byArn(text(request['SourceArn']));
  if (!from) return refuse('ResourceNotFoundException', 'The source queue does not exist.');
  const sources = sourcesOf(store, from);
  if (sources.length === 0)
    return refuse(
      'UnsupportedOperation',
      'Source queue must be configured as a Dead Letter Queue.',
    );
  const wanted = text(request['DestinationArn']);
  // fauxqs does not remember where a dead letter came from: with several sources, say which.
  const to = wanted === '' && sources.length === 1 ? sources[0] : byArn(wanted);
  if (!to) return refuse('ResourceNotFoundException', 'Name the destination queue.');
  let moved = 0;
  while (store.moveOne(from, to)) moved += 1;
  return {
    status: 200,
    body: { TaskHandle: Buffer.from(`${from.arn}:${moved}`).toString('base64') },
  };
};

export const redriveActions: Readonly<
  Record<string, (store: RedriveStore, request: Readonly<Record<string, unknown>>) => Answer>
> = {
  'AmazonSQS.ListDeadLetterSourceQueues': listSources,
  'AmazonSQS.StartMessageMoveTask': startMove,
};

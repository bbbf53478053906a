/**
 * What a function's answer says about its batch, as AWS reads it when ReportBatchItemFailures is on:
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export type Judgement =
  | { readonly kind: 'all-succeeded'; readonly warning?: string }
  | { readonly kind: 'some-failed'; readonly failed: ReadonlySet<string> }
  | { readonly kind: 'all-failed'; readonly because: string };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const allFailed = (because: string): Judgement => ({ kind: 'all-failed', because });

const readFailures = (list: readonly unknown[], known: ReadonlySet<string>): Judgement => {
  const failed = new Set<string>();
  for (const entry of list) {
    const id = isObject(entry) ? entry['itemIdentifier'] : undefined;
    if (typeof id !== 'string' || id === '')
      return allFailed(`no itemIdentifier in ${JSON.stringify(entry)}`);
    if (!known.has(id)) return allFailed(`itemIdentifier ${id} is not in the batch`);
    failed.add(id);
  }
  return { kind: 'some-failed', failed };
};

/**
 * A top-level key with a typing error reads as an empty response, and that is complete success: the
 * failures are lost. AWS says nothing about it; here it comes with a warning.
 */
export const judgeBatch = (payload: unknown, known: ReadonlySet<string>): Judgement => {
  if (payload === null || payload === undefined) return { kind: 'all-succeeded' };
  if (!isObject(payload)) return allFailed('the answer is not an object');
  const list = payload['batchItemFailures'];
  if (list === null || list === undefined) {
    const keys = Object.keys(payload).filter((key) => key !== 'batchItemFailures');
    return keys.length === 0
      ? { kind: 'all-succeeded' }
      : {
          kind: 'all-succeeded',
          warning: `answered ${keys.join(', ')} instead of batchItemFailures`,
        };
  }
  if (!Array.isArray(list)) return allFailed('batchItemFailures is not a list');
  return list.length === 0 ? { kind: 'all-succeeded' } : readFailures(list, known);
};

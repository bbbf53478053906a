import { describe, expect, it } from 'vitest';
import { makeEventFilter } from '#local/cloud/sources/event-filter.ts';

const event = {
  eventName: 'INSERT',
  dynamodb: {
    Keys: { pk: { S: 'OUTBOX#1' } },
    NewImage: { kind: { S: 'Routed' }, tags: { SS: ['a', 'b'] }, gone: { NULL: true } },
    SizeBytes: 120,
  },
};

describe('a filter pattern', () => {
  it.each([
    ['an exact value', { eventName: ['INSERT'] }, true],
    ['one of several', { eventName: ['MODIFY', 'INSERT'] }, true],
    ['another value', { eventName: ['REMOVE'] }, false],
    ['case', { eventName: ['insert'] }, false],
    ['equals-ignore-case', { eventName: [{ 'equals-ignore-case': 'insert' }] }, true],
    ['a prefix', { dynamodb: { Keys: { pk: { S: [{ prefix: 'OUTBOX#' }] } } } }, true],
    ['another prefix', { dynamodb: { Keys: { pk: { S: [{ prefix: 'DOSSIER#' }] } } } }, false],
    ['a suffix', { dynamodb: { Keys: { pk: { S: [{ suffix: '#1' }] } } } }, true],
    ['exists', { dynamodb: { NewImage: { kind: { S: [{ exists: true }] } } } }, true],
    ['exists of what is no leaf', { dynamodb: { NewImage: [{ exists: true }] } }, false],
    ['exists of nothing', { dynamodb: { OldImage: { kind: { S: [{ exists: true }] } } } }, false],
    ['absence', { dynamodb: { NewImage: { due: { S: [{ exists: false }] } } } }, true],
    ['absence of what is there', { eventName: [{ exists: false }] }, false],
    ['anything-but', { eventName: [{ 'anything-but': ['REMOVE'] }] }, true],
    ['anything-but a text', { eventName: [{ 'anything-but': 'INSERT' }] }, false],
    ['anything-but a prefix', { eventName: [{ 'anything-but': { prefix: 'INS' } }] }, false],
    ['anything-but of nothing', { absent: [{ 'anything-but': ['x'] }] }, false],
    ['numeric equality', { dynamodb: { SizeBytes: [{ numeric: ['=', 120] }] } }, true],
    ['a numeric range', { dynamodb: { SizeBytes: [{ numeric: ['>', 100, '<=', 120] }] } }, true],
    ['outside a range', { dynamodb: { SizeBytes: [{ numeric: ['>', 120] }] } }, false],
    ['an element of a list', { dynamodb: { NewImage: { tags: { SS: ['b'] } } } }, true],
    ['a boolean', { dynamodb: { NewImage: { gone: { NULL: [true] } } } }, true],
    ['two fields, both', { eventName: ['INSERT'], dynamodb: { SizeBytes: [1] } }, false],
    ['$or', { $or: [{ eventName: ['REMOVE'] }, { dynamodb: { SizeBytes: [120] } }] }, true],
    ['$or of none', { $or: [{ eventName: ['REMOVE'] }, { eventName: ['MODIFY'] }] }, false],
  ])('tells %s', (_what, pattern, matches) => {
    expect(makeEventFilter([JSON.stringify(pattern)])(event)).toBe(matches);
  });

  it('lets everything pass when there is none, and what one of several matches', () => {
    expect(makeEventFilter([])(event)).toBe(true);
    expect(makeEventFilter(['{"eventName":["REMOVE"]}', '{"eventName":["INSERT"]}'])(event)).toBe(
      true,
    );
  });

  it.each([
    ['an unknown operator', { eventName: [{ like: 'INS%' }] }],
    ['a bare value', { eventName: 'INSERT' }],
    ['an empty list', { eventName: [] }],
    ['two operators in one', { eventName: [{ prefix: 'I', suffix: 'T' }] }],
    ['half a range', { size: [{ numeric: ['>'] }] }],
  ])('is refused at the start when it holds %s', (_what, pattern) => {
    expect(() => makeEventFilter([JSON.stringify(pattern)])).toThrow('Invalid filter pattern');
  });
});

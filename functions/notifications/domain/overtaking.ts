/** How far along the way each message says that the dossier is. */
const stages: ReadonlyMap<string, number> = new Map(
  [
    ['provisional'],
    [
      'accepted',
      'slip-accepted',
      'handed-over',
      'transferred',
      'extended-with-apology',
      'prolonged',
      'reannounced',
      'resumed',
    ],
    ['supplement-requested', 'fee-due', 'papers-missed', 'answer-reminder', 'late-answer'],
    ['result-ready', 'lost-result', 'refused-result', 'not-accepted', 'withdrawn', 'stopped'],
    ['dispatched', 'papers-sent'],
    ['out-for-delivery', 'delivery-failed', 'pick-up-ready', 'papers-held'],
    [
      'delivered',
      'order-delivered',
      'returned-to-agency',
      'parcel-lost',
      'papers-delivered',
      'papers-back',
    ],
  ].flatMap((templates, stage) => templates.map((template) => [template, stage] as const)),
);

/** Code and day, which the citizen keeps: never overtaken. */
const kept: ReadonlySet<string> = new Set(['accepted', 'slip-accepted', 'handed-over']);

/**
 * Whether the later of two messages of one dossier makes the earlier one useless: it says the same
 * anew, or tells of a station further on. Two that ask for different things both stand.
 */
export const isOvertaken = (earlier: string, later: string): boolean => {
  const before = stages.get(earlier);
  const after = stages.get(later);
  if (before === undefined || after === undefined || kept.has(earlier)) return false;
  return earlier === later || after > before;
};

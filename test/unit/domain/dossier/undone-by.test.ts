import { describe, expect, it } from 'vitest';
import { everyFactType } from '#adapters/stored/event.ts';
import type { FactType } from '#domain/dossier/dossier-event.ts';

/**
 * What takes back, puts right or ends what a fact has added, as long as nobody has built on it: the acts' own
 * facts, or why there is none. A fact of a new kind does not compile without its row.
 */
const undone: Readonly<Record<FactType, readonly FactType[] | string>> = {
  'dossier-registered': ['applicant-corrected', 'components-corrected', 'withdrawal-requested'],
  'scan-requested': ['scan-rejected', 'scan-taken-out'],
  'scan-verified': ['scan-taken-out'],
  'page-judged': 'a worker’s word on one page, which the word on the whole replaces',
  'scan-abandoned': ['scan-requested', 'scan-verified'],
  'scan-rejected': 'a verdict; the paper is scanned again',
  'slip-issued': ['slip-issued', 'reception-refused', 'withdrawal-requested'],
  'papers-packed': ['papers-unpacked'],
  'papers-unpacked': ['papers-packed'],
  'papers-counted': ['papers-recovered', 'papers-taken-back'],
  'papers-missed': ['papers-recovered'],
  'papers-recovered':
    'two hands and eyes on a paper that is there; missing again, the next count says',
  'papers-taken-back': ['papers-packed'],
  'papers-given-back': 'signed for by the citizen: it has happened',
  'old-papers-reported': ['old-papers-reported'],
  'dossier-accepted': ['withdrawal-requested', 'dossier-transferred', 'applicant-corrected'],
  'department-reached': ['dossier-transferred'],
  'lease-granted': ['lease-released'],
  'lease-extended': ['lease-released'],
  'lease-released': ['lease-granted'],
  'lease-taken-back': ['lease-granted'],
  'dossier-acknowledged': ['supplement-requested', 'dossier-transferred'],
  'supplement-requested': ['supplement-received', 'dossier-stopped'],
  'supplement-received': ['supplement-requested', 'scan-taken-out'],
  'warning-recorded': 'a dated word that binds nobody; a later one says that it was wrong',
  'office-joined': 'ends by itself with what was asked for',
  'reception-refused': ['slip-issued'],
  'withdrawal-requested':
    'the citizen’s own word, with the card in hand; filed anew it has a new code',
  'withdrawal-granted': 'ends the dossier as the citizen asked',
  'dossier-stopped': ['dossier-resumed'],
  'dossier-resumed': ['dossier-stopped'],
  'deadline-extended': ['deadline-reannounced', 'deadline-extended'],
  'deadline-prolonged': ['deadline-extended', 'deadline-prolonged'],
  'late-answer-admitted': ['dossier-stopped', 'withdrawal-requested'],
  'dossier-transferred': ['dossier-transferred'],
  'decision-proposed': ['proposal-returned'],
  'proposal-returned': ['decision-proposed'],
  'assignment-planned': ['assignment-recalled'],
  'assignment-opened': ['assignment-recalled'],
  'assignment-taken': ['assignment-recalled'],
  'assignment-answered': 'a signed opinion; another one is asked for, which says what it replaces',
  'assignment-recalled': ['assignment-planned'],
  'assignment-taken-back': ['assignment-taken'],
  'clock-resumed': 'follows from what was answered',
  'payment-requested': ['payment-cancelled'],
  'payment-received': 'its receipt is reversed or refunded in the cash book, with a reason',
  'payment-confirmed': 'the treasury’s word; what was paid too much the treasury gives back',
  'payment-cancelled': ['payment-requested'],
  'limit-flagged': 'a warning that was given; it stands as long as what it warns of',
  'citizen-reminded': 'a message that was sent',
  'deadline-reannounced': ['deadline-reannounced'],
  'dossier-decided': 'a decision is changed by another in law: filed anew, not taken back here',
  'result-dispatched': ['parcel-voided', 'result-returned-to-agency', 'parcel-lost'],
  'result-delivered': ['result-returned-to-agency', 'parcel-time-corrected'],
  'result-held': ['result-delivered', 'result-picked-up'],
  'result-returned-to-agency': ['papers-taken-back', 'parcel-lost', 'parcel-time-corrected'],
  'papers-dispatched': ['parcel-voided', 'papers-came-back', 'parcel-lost'],
  'papers-delivered': ['papers-came-back', 'parcel-time-corrected'],
  'papers-held': ['papers-delivered', 'papers-picked-up'],
  'papers-came-back': ['papers-taken-back', 'parcel-lost', 'parcel-time-corrected'],
  'papers-picked-up': 'signed for with a document looked at: it has happened',
  'parcel-time-corrected': ['parcel-time-corrected'],
  'contact-corrected': ['contact-corrected'],
  'delivery-chosen':
    'chosen once, by whom it concerns; a slip is put right where the parcel is made, which names its recipient',
  'recipient-authorised': ['authorisation-revoked', 'recipient-authorised'],
  'result-picked-up': 'signed for with a document looked at: it has happened',
  'applicant-corrected': ['applicant-corrected'],
  'correction-asked': ['correction-answered'],
  'correction-answered': ['applicant-corrected', 'correction-asked'],
  'scan-taken-out': 'the file is under lock; what belongs there after all is scanned again',
  'components-corrected': ['components-corrected'],
  'authorisation-revoked': ['recipient-authorised'],
  'parcel-voided': ['result-dispatched', 'papers-dispatched'],
  'parcel-lost': ['papers-recovered', 'result-reissued'],
  'texts-erased': 'erased when the law says so: what is gone is gone, its seal stands',
  'hold-laid': ['hold-lifted'],
  'hold-lifted': ['hold-laid'],
  'retention-ended': 'the law ends it: nobody is left whom it could be about',
  'files-erased': 'erased when the law says so: the hashes stand in the chain',
  'result-reissued': 'a new paper that is there; where the lost one turns up, it is listed',
};

const rows = Object.entries(undone);

describe('what a fact has added', () => {
  it('has its row for every kind of fact that is kept', () => {
    expect(rows.map(([type]) => type).sort()).toEqual([...everyFactType].sort());
  });

  it.each(rows)('%s is put right by facts that exist, or it is said why not', (_, by) => {
    if (typeof by === 'string') expect(by.length).toBeGreaterThan(20);
    else expect(everyFactType).toEqual(expect.arrayContaining([...by]));
    expect(by.length).toBeGreaterThan(0);
  });
});

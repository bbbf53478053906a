import type { CallWords } from './call-words.vi.ts';

export const en: CallWords = {
  reason: {
    'no-receipt': 'No receipt for the message',
    undelivered: 'The message did not arrive',
    failed: 'The message could not be sent',
    unknown: 'Not known whether the message arrived',
    'no-mobile': 'No mobile number',
  },
  outcome: {
    reached: 'Spoken with',
    'not-reached': 'Not reached',
    'wrong-number': 'Wrong number',
    'letter-sent': 'Letter sent',
  },
  title: 'Call citizens',
  lead: 'Whom no message has reached, the oldest first. Open the dossier to know what to say.',
  nobody: 'Nobody to call: every message has arrived.',
  open: 'Open the dossier',
  noPhone: 'no telephone, write a letter',
  since: 'since',
  result: 'How the call went',
  choose: '— choose —',
  newPhone: 'Right number (if known)',
  save: 'Record',
  saved: (outcomeWord) => `Recorded: ${outcomeWord}`,
  savedPhone: 'The number is put right; what still matters is said again.',
};

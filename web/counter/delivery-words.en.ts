import { deliveryWords } from '../kit/delivery-words.ts';
import type { CounterDeliveryWords } from './delivery-words.vi.ts';

export const en: CounterDeliveryWords = {
  ...deliveryWords.en,
  open: 'The citizen wants the result elsewhere',
  lead: 'It can be changed once a dossier. The telephone of the dossier is told.',
  home: (name) => `Now: to ${name}, or to the address of the dossier.`,
  checked: 'I have compared the person with an identity document.',
  record: 'Record it',
};

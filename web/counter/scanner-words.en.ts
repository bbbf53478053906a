import type { ScannerWords } from './scanner-words.vi.ts';

export const en: ScannerWords = {
  state: {
    open: '● connected',
    unplugged: '■ unplugged: plug it in, it connects by itself',
    shut: '◆ another program has it: close that, then connect again',
  },
  open: 'Keys and scanner',
  keys: 'Keys',
  key: {
    F1: 'this table',
    F2: 'a new sender, to the first field',
    F9: 'the main thing: open, accept, the next dossier',
    'Alt+C': 'the owner is somebody else',
    'Alt+T': 'one more of this sender',
    Enter: 'the next field',
  },
  scanner: 'Scanner',
  wedge: 'A scanner that types works at once.',
  grant:
    'One in HID-POS or COM mode is connected once: no input method spoils its letters, wherever the cursor is.',
  none: 'None is connected.',
  hid: 'Connect a USB scanner (HID-POS)',
  serial: 'Connect a COM scanner',
  impossible: 'This browser cannot connect a scanner: use Chrome or Edge.',
  unplugged: (name) => `The scanner “${name}” is unplugged. Plug it in, it connects by itself.`,
  close: 'Close',
};

import type { FolderWords } from './folder-words.vi.ts';

export const en: FolderWords = {
  file: {
    sending: '○ being sent',
    deleted: '● in the system, deleted from the folder',
    kept: '■ not taken, still in the folder: the reason is beside the paper',
    left: '◆ in the system, but could not be deleted: delete it by hand',
  },
  title: 'Folder of the scanner',
  none: 'Choose the folder that the scanner writes into: what is scanned goes into the dossier by itself.',
  impossible: 'This browser cannot watch a folder: use Chrome or Edge, or choose files.',
  choose: 'Choose the scanner’s folder',
  another: 'Another folder',
  askTitle: 'Files in the folder are deleted once they are sent',
  ask: 'Each new file goes into the dossier that is open. Once the system has checked it, the file is DELETED from the folder, so that no pictures of a citizen’s papers stay on this PC. What is refused stays.',
  askOld:
    'Files that lie there already are left alone. Choose a folder that only the scanner uses.',
  go: 'Understood, choose',
  cancel: 'Cancel',
  drop: 'Stop watching',
  watching: (name) => `● Folder “${name}”: waiting for papers`,
  opening: (name) => `○ Folder “${name}”: being opened`,
  ask2: (name) => `The browser asks again whether the folder “${name}” may be used.`,
  allow: 'Allow',
  lost: (name) =>
    `The browser may not use the folder “${name}” any more. New scans are not being sent.`,
  gone: (name) => `There is no folder “${name}” any more: deleted, renamed, or its drive is gone.`,
  target: 'New files show',
  batch: 'all papers (one PDF with cover sheets)',
  writing: (names) => `◐ The scanner is writing: ${names}`,
  old: (count) => `${count} files lie there from before, not sent.`,
  takeOld: 'Send these too',
  files: 'Files from the folder',
};

import { type DBSchema, openDB } from 'idb';

interface Stores extends DBSchema {
  folders: { key: string; value: FileSystemDirectoryHandle };
}

const open = () =>
  openDB<Stores>('scanner', 1, { upgrade: (db) => void db.createObjectStore('folders') });

const asked = { mode: 'readwrite' } as const;

/** The folder that this device's scanner writes into: of the device, whoever sits there. */
export const heldFolder = async (): Promise<FileSystemDirectoryHandle | undefined> => {
  const db = await open();
  const folder = await db.get('folders', 'scans');
  db.close();
  return folder;
};

export const holdFolder = async (folder: FileSystemDirectoryHandle): Promise<void> => {
  const db = await open();
  await db.put('folders', folder, 'scans');
  db.close();
};

export const dropFolder = async (): Promise<void> => {
  const db = await open();
  await db.delete('folders', 'scans');
  db.close();
};

/** Undefined: nobody chose one. */
export const pickFolder = async (): Promise<FileSystemDirectoryHandle | undefined> => {
  try {
    return await window.showDirectoryPicker?.({ id: 'scans', mode: 'readwrite' });
  } catch {
    return undefined;
  }
};

export const mayUse = async (folder: FileSystemDirectoryHandle): Promise<boolean> =>
  (await folder.queryPermission?.(asked)) !== 'prompt' &&
  (await folder.queryPermission?.(asked)) !== 'denied';

/** Only where somebody has pressed something. */
export const askToUse = async (folder: FileSystemDirectoryHandle): Promise<boolean> =>
  (await folder.requestPermission?.(asked)) === 'granted';

/** Hears of changes where the browser can tell; answers what stops it, nothing where it cannot. */
export const observeFolder = async (
  folder: FileSystemDirectoryHandle,
  changed: () => void,
): Promise<(() => void) | undefined> => {
  if (!window.FileSystemObserver) return undefined;
  try {
    const observer = new window.FileSystemObserver(changed);
    await observer.observe(folder);
    return () => observer.disconnect();
  } catch {
    return undefined;
  }
};

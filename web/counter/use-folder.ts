import { useEffect, useRef, useState } from 'react';
import {
  askToUse,
  dropFolder,
  heldFolder,
  holdFolder,
  mayUse,
  observeFolder,
  pickFolder,
} from './held-folder.ts';
import { type Arrived, type FolderNews, watchFolder } from './watch-folder.ts';

/** What became of a file that came by the folder. */
export interface FolderFile {
  readonly name: string;
  /** `kept`: refused, lies there still; `left`: is in the system, and could not be deleted. */
  readonly state: 'sending' | 'deleted' | 'kept' | 'left';
}

type News = FolderNews | { readonly state: 'opening' | 'none' | 'ask' };

const nothing: readonly FolderFile[] = [];

/** Gives a file on, and tells of each end that it comes to whether the system has verified it. */
export type GiveOn = (file: File, ended: (isVerified: boolean) => void) => void;

/** Watches one folder at a time, and knows what became of each file that came by it. */
const useWatching = (send: GiveOn) => {
  const [news, setNews] = useState<News>({ state: 'opening' });
  const [files, setFiles] = useState(nothing);
  const latest = useRef(send);
  latest.current = send;
  const watching = useRef<ReturnType<typeof watchFolder>>(undefined);
  const put = (name: string, state: FolderFile['state']): void =>
    setFiles((all) => [{ name, state }, ...all.filter((file) => file.name !== name)]);
  const take = ({ file, remove }: Arrived): void => {
    put(file.name, 'sending');
    latest.current(file, (isVerified) => {
      if (!isVerified) put(file.name, 'kept');
      else void remove().then((isOff) => put(file.name, isOff ? 'deleted' : 'left'));
    });
  };
  const stop = (): void => watching.current?.stop();
  const watch = (directory: FileSystemDirectoryHandle): void => {
    stop();
    watching.current = watchFolder({
      directory,
      observe: (changed) => observeFolder(directory, changed),
      now: () => performance.now(),
      tell: setNews,
      arrived: take,
    });
  };
  const takeOld = (): void => watching.current?.takeOld();
  return { news, setNews, files, forget: () => setFiles(nothing), watch, stop, takeOld };
};

/** The folder that was chosen before, and whether it may be used without asking. */
const opened = async () => {
  const held = await heldFolder().catch(() => undefined);
  const may = held !== undefined && (await mayUse(held).catch(() => false));
  if (may) return { held, state: 'may' } as const;
  return { held, state: held ? 'ask' : 'none' } as const;
};

/** The folder of this device's scanner, watched while the screen is there. */
export const useFolder = (send: GiveOn) => {
  const [folder, setFolder] = useState<FileSystemDirectoryHandle>();
  const { watch, stop, setNews, forget, ...watching } = useWatching(send);
  const isHere = useRef(true);
  const use = (directory: FileSystemDirectoryHandle): void => {
    setFolder(directory);
    watch(directory);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the screen comes
  useEffect(() => {
    isHere.current = true;
    void opened().then(({ held, state }) => {
      if (!isHere.current) return;
      setFolder(held);
      if (state !== 'may') setNews({ state });
      else if (held) watch(held);
    });
    return () => {
      isHere.current = false;
      stop();
    };
  }, []);
  return {
    ...watching,
    isPossible: window.showDirectoryPicker !== undefined,
    name: folder?.name,
    /** After the clerk has read what will be deleted. */
    choose: async (): Promise<void> => {
      const chosen = await pickFolder();
      if (!chosen) return;
      forget();
      await holdFolder(chosen);
      use(chosen);
    },
    allow: async (): Promise<void> => {
      if (folder && (await askToUse(folder))) use(folder);
    },
    drop: async (): Promise<void> => {
      stop();
      setFolder(undefined);
      setNews({ state: 'none' });
      await dropFolder();
    },
  };
};

export type Folder = ReturnType<typeof useFolder>;

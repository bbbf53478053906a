/** What Chromium has of the file system, and the library of types has not. */

interface FileSystemPermission {
  readonly mode: 'readwrite';
}

interface FileSystemDirectoryHandle {
  queryPermission?(asked: FileSystemPermission): Promise<PermissionState>;
  requestPermission?(asked: FileSystemPermission): Promise<PermissionState>;
}

interface FileSystemObserver {
  observe(handle: FileSystemDirectoryHandle): Promise<void>;
  disconnect(): void;
}

interface Window {
  readonly showDirectoryPicker?: (asked: {
    readonly id: string;
    readonly mode: 'readwrite';
  }) => Promise<FileSystemDirectoryHandle>;
  readonly FileSystemObserver?: new (changed: () => void) => FileSystemObserver;
}

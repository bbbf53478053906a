/** A page as a picture that any browser shows: derived, never evidence, and may be made again. */
export interface PagePreview {
  /** From 1, in the file. */
  readonly page: number;
  /** JPEG, some 120 dots an inch. */
  readonly image: Uint8Array;
  /** JPEG, 240 pixels at the long side. */
  readonly thumbnail: Uint8Array;
}

/** Pictures of pages, beside the evidence and apart from it. */
export interface PreviewStore {
  /** Again under the same key replaces it. `shows`: SHA-256 of the file whose page it is. */
  keep(picture: {
    readonly key: string;
    readonly bytes: Uint8Array;
    readonly shows: string;
  }): Promise<void>;
  has(key: string): Promise<boolean>;
  /** Short-lived; a browser shows what it leads to. */
  link(picture: { readonly key: string; readonly seconds: number }): Promise<string>;
  discard(key: string): Promise<void>;
}

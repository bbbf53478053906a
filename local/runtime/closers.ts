export interface Closers {
  add(what: string, close: () => unknown): void;
  /** Last opened, first closed; one that fails does not keep the others open. */
  close(): Promise<readonly string[]>;
}

export const makeClosers = (): Closers => {
  const open: { readonly what: string; readonly close: () => unknown }[] = [];
  return {
    add: (what, close) => {
      open.push({ what, close });
    },
    close: async () => {
      const problems: string[] = [];
      for (let next = open.pop(); next; next = open.pop()) {
        try {
          await next.close();
        } catch (error) {
          problems.push(`${next.what}: ${String(error)}`);
        }
      }
      return problems;
    },
  };
};

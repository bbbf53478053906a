declare module 'vitest' {
  interface TaskMeta {
    /** How many cases one test went through; 1 where it does not say. */
    tried?: number;
  }
}

/** For a test that goes through many cases: `npm run security` counts them. */
export const tried = ({ meta }: { readonly meta: { tried?: number } }, cases: number): void => {
  meta.tried = cases;
};

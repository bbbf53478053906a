import type { ScanInspector } from '#functions/scanning/ports/scan-inspector.ts';
import { Lost, makeTalk, type Watched } from './talk.ts';

/**
 * An inspector in a thread of its own. WebAssembly that loops cannot be interrupted from within; here the
 * thread is ended from without, and the file is refused for it. So it is where it takes more memory than may
 * be: the process is not killed, and says so at once.
 */
export const makeWatchedInspector = (watched: Watched): ScanInspector => {
  const talk = makeTalk(watched);
  return {
    inspect: async (bytes, mediaType, keep, from) => {
      const asked = { ask: 'inspect', bytes, mediaType, ...(from && { from }) } as const;
      const said = await talk(asked, async (each) => {
        if (each.say === 'preview') keep?.(each.preview);
        return undefined;
      }).catch(unlessLost);
      return said?.say === 'inspected' ? said.result : { ok: false, refusal: 'too-complex' };
    },
    findRepeated: async (pages, read) => {
      const said = await talk({ ask: 'findRepeated', pages }, async (each) =>
        each.say === 'read' ? read(each.page) : undefined,
      ).catch(unlessLost);
      const unchecked = pages.map(({ page }) => page);
      return said?.say === 'compared' ? said.repeated : { repeated: [], similar: [], unchecked };
    },
  };
};

const unlessLost = (error: unknown): undefined => {
  if (!(error instanceof Lost)) throw error;
};

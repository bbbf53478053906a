import { createRequire, registerHooks } from 'node:module';
import type sharp from 'sharp';

export type Sharp = typeof sharp;

/**
 * What sharp has made, as bytes of their own. Its WebAssembly build hands out views of its memory, which
 * threads share and the next picture overwrites: such a view sent to another thread is no copy.
 */
export const ownBytes = (view: Uint8Array): Uint8Array => new Uint8Array(view);

const load = createRequire(import.meta.url);

/** The first place at which sharp looks for a binary: one that was built on the machine itself. */
const ownBuild = /\/build\/Release\/sharp-[a-z0-9.-]+\.node$/;
const wasmBuild = '@img/sharp-wasm32/sharp.node';

/** What a scanner writes; whatever else libvips can read (SVG, PDF, GIF …) no upload reaches. */
const readers = ['Jpeg', 'Png', 'Tiff', 'Webp'].map((format) => `VipsForeignLoad${format}`);

/**
 * sharp on its WebAssembly build, whatever the machine has besides: the bytes that are tested are the
 * bytes that are deployed (ADR 004).
 */
export const loadSharp = (): Sharp => {
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      next(ownBuild.test(specifier) ? wasmBuild : specifier, context),
  });
  try {
    const loaded = load('sharp') as Sharp;
    loaded.cache(false);
    loaded.block({ operation: ['VipsForeignLoad'] });
    loaded.unblock({ operation: readers });
    return loaded;
  } finally {
    hooks.deregister();
    // Node remembers where a request led: whoever loads the machine's own sharp later must not get this one.
    delete load.cache[load.resolve(wasmBuild)];
  }
};

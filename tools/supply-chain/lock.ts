import * as z from 'zod';

const Pins = z.record(z.string(), z.string()).default({});

/** What of a `package.json` decides which code comes in, and which of it runs at once. */
export const Manifest = z.object({
  license: z.string().optional(),
  allowScripts: z.record(z.string(), z.boolean()).default({}),
  dependencies: Pins,
  devDependencies: Pins,
});
export type Manifest = z.output<typeof Manifest>;

export const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      inBundle: z.boolean().optional(),
      link: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
});
export type Lock = z.output<typeof Lock>;

/** What `package.json` and the lock promise of where code comes from; one sentence a breach. */
export const lockBreaches = (manifest: Manifest, lock: Lock, npmrc: string): readonly string[] => [
  ...(manifest.license === 'UNLICENSED'
    ? []
    : ['package.json: the licence is UNLICENSED until the owner decides']),
  ...(/^ignore-scripts\s*=\s*true$/m.test(npmrc) ? [] : ['.npmrc: ignore-scripts=true is missing']),
  ...unpinned(manifest),
  ...Object.entries(lock.packages).flatMap(([path, entry]) => unproven(path, entry)),
  ...scriptBreaches(manifest, lock),
];

/** One version, or one version of a package that goes by another name here. */
const onePinned = /^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;

const unpinned = ({ dependencies, devDependencies }: Manifest): readonly string[] =>
  Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !onePinned.test(version))
    .map(([name, version]) => `${name} is asked for as ${version}, not as one version`);

const registry = 'https://registry.npmjs.org/';

/** The root is ours; what lies bundled in a package is proved with it. */
const unproven = (path: string, entry: Lock['packages'][string]): readonly string[] => {
  if (path === '' || entry.inBundle) return [];
  const isElsewhere = entry.link || (entry.resolved ?? registry).startsWith(registry) === false;
  return [
    ...(isElsewhere ? [`${path} comes from ${entry.resolved ?? 'a link'}`] : []),
    ...(entry.integrity?.startsWith('sha512-') ? [] : [`${path} has no sha512 in the lock`]),
  ];
};

/** Whoever has an install script is named, with the version that was looked at where it may run. */
const scriptBreaches = ({ allowScripts }: Manifest, { packages }: Lock): readonly string[] => {
  const scripted = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path, { version }]) => ({ name: path.replace(/^.*node_modules\//, ''), version }));
  const unnamed = scripted
    .filter(
      ({ name, version }) =>
        allowScripts[`${name}@${version}`] === undefined && allowScripts[name] !== false,
    )
    .map(({ name, version }) => `${name}@${version} has an install script that nobody judged`);
  const idle = Object.keys(allowScripts).filter(
    (asked) => !scripted.some(({ name, version }) => [name, `${name}@${version}`].includes(asked)),
  );
  return [...unnamed, ...idle.map((asked) => `allowScripts: ${asked} has no install script`)];
};

// What package.json's scripts call. Runs on the Node that happens to be there (20 or newer), before
// anything is installed: makes good what is missing, then hands over to the project's own Node.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };

const commands = {
  start: { run: ['node', 'local/main.ts'], needs: ['java'] },
  tour: { run: ['node', 'local/play/tour/main.ts'], needs: ['java'] },
  demo: { run: ['node', 'local/play/demo/main.ts'], needs: [] },
  ask: { run: ['node', 'local/play/ask/main.ts'], needs: [] },
  'check:law': { run: ['node', 'tools/law/main.ts'], needs: [] },
  forms: { run: ['node', 'local/play/forms/main.ts'], needs: [] },
  reset: { run: ['node', 'local/main.ts', '--reset'], needs: [] },
  generate: { run: ['node', 'tools/generate.mjs'], needs: [] },
  new: { run: ['node', 'tools/new/main.ts'], needs: [] },
  ops: { run: ['node', 'ops/main.ts'], needs: [] },
  'data:publish': { run: ['node', 'ops/main.ts', 'publish-data'], needs: [] },
  'web:publish': { run: ['node', 'ops/main.ts', 'publish-pages'], needs: [] },
  security: { run: ['node', 'tools/security/main.ts'], needs: ['java'] },
  sbom: { run: ['node', 'tools/supply-chain/main.ts'], needs: [] },
  synth: { run: ['cdk', 'synth', '-q'], needs: [] },
  check: { run: ['node', 'tools/check-changed.mjs'], needs: [] },
  fix: { run: ['biome', 'check', '--write', '.'], needs: [] },
  'bench:ask': { run: ['node', 'test/bench/questions.ts'], needs: [] },
  'bench:bundles': { run: ['node', 'test/bench/bundles.ts'], needs: [] },
  'bench:contention': { run: ['node', 'test/bench/contention.ts'], needs: ['java'] },
  'bench:pull': { run: ['node', 'test/bench/pull-cost.ts'], needs: ['java'] },
  'bench:requests': { run: ['node', 'test/bench/requests-of-a-dossier.ts'], needs: ['java'] },
  'bench:scans': { run: ['node', 'test/bench/scans.ts'], needs: [] },
  'bench:start': { run: ['node', 'test/bench/start-time.ts'], needs: ['java'] },
  'web:measure': { run: ['node', 'test/bench/web.ts'], needs: ['java', 'chromium'] },
  screenshots: { run: ['node', 'tools/screenshots.mjs'], needs: ['java', 'chromium'] },
  test: { run: ['node', 'tools/check.mjs'], needs: ['java', 'chromium'] },
};

const say = (text) => process.stderr.write(`${text}\n`);

const give = (text) => {
  say(text);
  process.exit(1);
};

const answers = (command, args) =>
  spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** The packages that may run something while they are installed; `.npmrc` keeps all others from it. */
const allowedToRun = () => {
  const { allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.keys(allowScripts).filter((name) => allowScripts[name]);
};

const npm = (...args) =>
  spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', [...args, '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  }).status === 0;

/** npm packages exactly as locked; again only when the lock has changed. */
const ensurePackages = () => {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.installed-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock && existsSync(join(bin, 'node')))
    return;
  say('Installing npm packages …');
  // Not `npm ci`: it refuses the lock where a registry lacks some platform's optional packages, as
  // mirrors do. Versions are the lock's all the same.
  const isThere =
    npm('install', '--no-save', '--no-audit', '--no-fund') &&
    npm('rebuild', '--ignore-scripts=false', ...allowedToRun());
  if (!isThere) give('npm install failed: is the npm registry reachable?');
  writeFileSync(stamp, lock);
};

const ensureNode = () => {
  const { stdout } = answers(join(bin, 'node'), ['--version']);
  if (!stdout?.startsWith('v24.'))
    give('node_modules holds no Node 24. Run: rm -r node_modules, then this again');
};

const javaVersion = () => {
  const { stderr = '', stdout = '' } = answers('java', ['-version']);
  return Number(/version "(\d+)/.exec(`${stderr}${stdout}`)?.[1] ?? 0);
};

const programs = {
  java: {
    isThere: () => javaVersion() >= 17,
    package: 'openjdk-17-jre-headless',
    what: 'Java 17 or newer (DynamoDB Local runs on it)',
  },
  chromium: {
    isThere: () =>
      existsSync('/usr/bin/chromium') || answers('chromium', ['--version']).status === 0,
    package: 'chromium',
    what: 'Chromium (the browser tests run in it)',
  },
};

const ensureProgram = (name) => {
  const program = programs[name];
  if (program.isThere()) return;
  const manual = `sudo apt-get update && sudo apt-get install -y ${program.package}`;
  const isRoot = process.getuid?.() === 0 && answers('apt-get', ['--version']).status === 0;
  if (!isRoot) give(`${program.what} is missing. Install it with:\n  ${manual}`);
  say(`Installing ${program.what} …`);
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'] };
  spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', 'update'], quiet);
  spawnSync(
    'apt-get',
    ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends', program.package],
    quiet,
  );
  if (!program.isThere()) give(`${program.what} could not be installed. Try:\n  ${manual}`);
};

const [name = '', ...rest] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (!command) give(`usage: node tools/run.mjs ${Object.keys(commands).join('|')}`);

ensurePackages();
ensureNode();
for (const program of command.needs) ensureProgram(program);

const [program, ...args] = command.run;
const child = spawn(join(bin, program), [...args, ...rest], { cwd: root, env, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});

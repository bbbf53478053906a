/** The thread of `verify-scan/main.ts`, out of node_modules. */
import { parentPort } from 'node:worker_threads';
import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import { serveInspections } from '#functions/scanning/adapters/watched/serve-inspections.ts';
import { engines } from '#test/unit/scanning/inspection/engines.ts';

if (!parentPort) throw new Error('this is a thread');
serveInspections(parentPort, makeScanInspector(engines));

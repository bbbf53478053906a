// The documents that are made from data, and the table of messages for whoever edits one.
import { writeFileSync } from 'node:fs';
import { explored } from '../test/support/transitions/explore.ts';
import { transitionTable } from '../test/support/transitions/table.ts';
import { flow } from './flow.mjs';
import { smsTable } from './sms-table.mjs';

const write = (name, text) => writeFileSync(new URL(`../docs/${name}`, import.meta.url), text);

write('flow.md', flow());
write('transitions.md', transitionTable(explored().edges));
write('sms.md', smsTable());
process.stdout.write(smsTable());

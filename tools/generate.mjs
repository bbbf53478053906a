// The documents that are made from data: all, or those that are named. Prints the table of messages for
// whoever edits one.
import { writeFileSync } from 'node:fs';
import { explored } from '../test/support/transitions/explore.ts';
import { transitionTable } from '../test/support/transitions/table.ts';
import { flow } from './flow.mjs';
import { smsTable } from './sms-table.mjs';

const documents = {
  'flow.md': flow,
  'transitions.md': () => transitionTable(explored().edges),
  'sms.md': smsTable,
};

const asked = process.argv.slice(2);
for (const [name, text] of Object.entries(documents))
  if (asked.length === 0 || asked.includes(name))
    writeFileSync(new URL(`../docs/${name}`, import.meta.url), text());
if (asked.length === 0) process.stdout.write(smsTable());

// The documents that are made from data, and the table of messages for whoever edits one.
import { writeFileSync } from 'node:fs';
import { flow } from './flow.mjs';
import { smsTable } from './sms-table.mjs';

const write = (name, text) => writeFileSync(new URL(`../docs/${name}`, import.meta.url), text);

write('flow.md', flow());
write('sms.md', smsTable());
process.stdout.write(smsTable());

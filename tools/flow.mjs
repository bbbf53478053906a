// docs/flow.md from the event catalogue: the way of a dossier as the messages tell it.
import { catalogue } from '../events/catalogue.ts';

const consumers = {
  department: 'the queue of the department → `departments/receive-dossier`',
  notifications: 'the notifications queue → `notifications/send-sms`',
  portal: 'the portal queue → `portal/push-dossier`',
  figures: 'the figures queue → `oversight/project-figures`',
  courier: 'the courier queue → `returns/announce-shipment`',
};

const row = ([type, { subject, producer, destinations, schema }]) => {
  const fields = Object.keys(schema.shape.data.shape).join(', ');
  const to = destinations.map((destination) => consumers[destination]).join('<br>') || 'nobody yet';
  return `| \`${type}\` | ${subject} | ${producer} | ${fields} | ${to} |`;
};

export const flow = () => `# The way of a dossier, as its messages tell it

Generated from \`events/catalogue.ts\` by \`npm run generate\`; a test compares.

Each event is recorded with the change that it tells of, published by \`routing/publish-events\` from
the table's stream, and found by \`oversight/sweep-outbox\` when the stream missed it. Messages carry
ids and facts, no personal data, and come at least once.

| event | of a | from | carries | to |
|---|---|---|---|---|
${Object.entries(catalogue).map(row).join('\n')}
`;

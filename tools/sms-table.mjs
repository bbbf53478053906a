// docs/sms.md from the province's templates: what each message costs at its longest.

import { longestText, worstCase } from '#domain/sms/template.ts';
import { worstCost } from '#functions/notifications/domain/cost.ts';
import { smsPrices, smsTemplates } from '../data/province.ts';

const inForce = smsPrices.filter(({ effective }) => effective.to === undefined);

const row = (template) => {
  const { encoding, units, segments } = worstCase(template);
  const dong = inForce.map(({ dongPerSegment }) => worstCost(template, dongPerSegment));
  const cells = [`\`${template.id}\``, longestText(template), units, encoding, segments, ...dong];
  return `| ${cells.join(' | ')} |`;
};

const price = ({ channel, dongPerSegment, effective, isPlaceholder }) =>
  `${channel} ${dongPerSegment} đồng a segment from ${effective.from}${isPlaceholder ? ' (a placeholder)' : ''}`;

const columns = ['template', 'at its longest', 'characters', 'encoding', 'segments'];
const head = [...columns, ...inForce.map(({ channel }) => `đồng (${channel})`)];

export const smsTable = () => `# What the messages cost

Generated from \`data/sms-templates.json\` and \`data/sms-prices.json\` by \`npm run generate\`, which
prints it too; a test compares. A value of the longest length is shown as \`MMM…\`. Prices: ${inForce.map(price).join('; ')}.

| ${head.join(' | ')} |
|${head.map(() => '---').join('|')}|
${smsTemplates.map(row).join('\n')}
`;

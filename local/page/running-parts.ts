import { html, type Markup } from '#edge/markup.ts';

type Item = readonly [name: string, value: string | undefined];

const titles: Readonly<Record<string, readonly [string, string]>> = {
  functions: ['Hàm', 'Functions'],
  queues: ['Hàng đợi', 'Queues'],
  tables: ['Bảng', 'Tables'],
  ports: ['Cổng', 'Ports'],
  outputs: ['Giá trị xuất', 'Outputs'],
};

const word = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);

const depthOf = (depth: unknown): string =>
  typeof depth === 'object' && depth !== null
    ? Object.entries(depth)
        .map(([name, count]) => `${name} ${word(count)}`)
        .join(' · ')
    : word(depth);

const itemOf = (entry: unknown): Item => {
  if (typeof entry !== 'object' || entry === null) return [word(entry), undefined];
  const { name, depth } = entry as { name?: unknown; depth?: unknown };
  return name === undefined
    ? [word(entry), undefined]
    : [word(name), depth === undefined ? undefined : depthOf(depth)];
};

const itemsOf = (part: unknown): readonly Item[] => {
  if (Array.isArray(part)) return part.map(itemOf);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).map(([name, value]) => [name, word(value)]);
};

/** `State-RecordsDossiers99F8788D` → `RecordsDossiers`: the construct's name is what people know. */
const shortName = (name: string): string =>
  name
    .replace(/^(?:State|Service|Web|Watch)[-/]/, '')
    .replace(/(?:\/(?:Function|Resource|Lambda|Default))+$/, '')
    .replace(/(?<=.)[0-9A-F]{8}$/, '')
    .replace(/^Functions(?=[A-Z])/, '')
    .replace(/(?<=.)Function$/, '')
    .replace(/(?<=.)Queue$/, '');

const row = ([label, more]: Item): Markup =>
  html`<li><span class="mono" title="${label}">${shortName(label)}</span>${more !== undefined && html`<span class="soft">${more}</span>`}</li>`;

const shownAtOnce = 12;

const part = ([name, value]: readonly [string, unknown]): Markup | undefined => {
  const items = itemsOf(value);
  if (items.length === 0) return undefined;
  const [vi, en] = titles[name] ?? [name, ''];
  const rest = items.slice(shownAtOnce);
  return html`<section class="card"><h2>${vi} <span lang="en">${en}</span> <span class="tag">${items.length}</span></h2>
<ul class="list">${items.slice(0, shownAtOnce).map(row)}</ul>
${rest.length > 0 && html`<details><summary>Thêm ${rest.length} · <span lang="en">more</span></summary><ul class="list">${rest.map(row)}</ul></details>`}</section>`;
};

/** What runs, whatever the runtime tells. */
export const runningParts = (running: object): Markup =>
  html`<div class="grid parts">${Object.entries(running).map(part)}</div>`;

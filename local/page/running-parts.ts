import { html, type Markup } from './kit/markup.ts';

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

/** `State/ShapeToken/Function/Resource` → `ShapeToken`: the construct's name is what people know. */
const shortName = (name: string): string =>
  name.replace(/^[^/]+\//, '').replace(/(?:\/(?:Function|Resource|Lambda|Default))+$/, '');

const part = ([name, value]: readonly [string, unknown]): Markup | undefined => {
  const items = itemsOf(value);
  if (items.length === 0) return undefined;
  const [vi, en] = titles[name] ?? [name, ''];
  return html`<section class="card"><h2>${vi} <span lang="en">${en}</span> <span class="tag">${items.length}</span></h2>
<ul class="list">${items.map(
    ([label, more]) =>
      html`<li><span class="mono">${shortName(label)}</span>${more !== undefined && html`<span class="soft">${more}</span>`}</li>`,
  )}</ul></section>`;
};

/** What runs, whatever the runtime tells. */
export const runningParts = (running: object): Markup =>
  html`<div class="grid parts">${Object.entries(running).map(part)}</div>`;

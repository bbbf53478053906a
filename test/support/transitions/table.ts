import type { CaseStatus } from '#domain/dossier/case-status.ts';
import type { Edge } from './explore.ts';

const head = `# Transitions

Made by \`npm run generate\` from the domain itself: every command was tried in every state that the commands lead to. A command that is not named in a status is refused there, by name, and writes nothing.

| Status | Command | Leads to | Else refused as |
|---|---|---|---|
`;

/** For each status: the commands that are legal in some of its states, and how they are refused in others. */
export const transitionTable = (edges: readonly Edge[]): string => {
  const rows = new Map<string, { readonly to: Set<CaseStatus>; readonly not: Set<string> }>();
  for (const edge of edges) {
    const key = `${edge.before.status} | ${edge.command}`;
    const row = rows.get(key) ?? { to: new Set(), not: new Set() };
    rows.set(key, row);
    if ('refusal' in edge) row.not.add(edge.refusal.code);
    else row.to.add(edge.after.at(-1)?.status ?? edge.before.status);
  }
  const lines = [...rows]
    .filter(([key, { to }]) => to.size > 0 && !key.endsWith(' | nothing'))
    .map(
      ([key, { to, not }]) =>
        `| ${key} | ${[...to].sort().join(', ')} | ${[...not].sort().join(', ')} |`,
    );
  return `${head}${lines.sort().join('\n')}\n`;
};

import type { Resource } from './deployment.ts';

/**
 * People write `Work`, the CDK writes `WorkBF636A8B`. The whole logical id wins, with or without the
 * CDK's hash, then the only resource whose path or logical id holds the part.
 */
export const findByPart = (resources: readonly Resource[], part: string): Resource => {
  const wanted = part.toLowerCase();
  const exact = resources.filter(({ id, logicalId }) =>
    [id, logicalId, logicalId.replace(/[0-9A-F]{8}$/, '')].includes(part),
  );
  const holding = resources.filter(({ path, logicalId }) =>
    [path, logicalId].some((name) => name.toLowerCase().includes(wanted)),
  );
  const [found, ...others] = exact.length > 0 ? exact : holding;
  if (found && others.length === 0) return found;
  const names = (found ? [found, ...others] : resources).map(({ path }) => path).join(', ');
  throw new Error(`${found ? 'more than one' : 'nothing'} matches "${part}": ${names}`);
};

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  asObject,
  asObjects,
  asText,
  asTexts,
  isObject,
  type Json,
  type JsonObject,
} from './json.ts';

export interface ResourceTemplate {
  readonly Type: string;
  readonly Properties?: JsonObject;
  readonly Condition?: string;
  readonly Metadata?: JsonObject;
}

export interface StackTemplate {
  readonly name: string;
  readonly resources: Readonly<Record<string, ResourceTemplate>>;
  readonly parameters: JsonObject;
  readonly conditions: JsonObject;
  readonly mappings: JsonObject;
  readonly outputs: JsonObject;
  /** Object key in the bootstrap bucket → what the CDK put on this disk. */
  readonly assets: ReadonlyMap<string, string>;
}

interface Artifact {
  readonly id: string;
  readonly type: string;
  readonly properties: JsonObject;
  readonly dependencies: readonly string[];
}

const readJson = (file: string): Json => JSON.parse(readFileSync(file, 'utf8')) as Json;

const artifactsIn = (directory: string): readonly Artifact[] => {
  const manifest = asObject(readJson(join(directory, 'manifest.json')));
  return Object.entries(asObject(manifest['artifacts'])).map(([id, value]) => {
    const artifact = asObject(value);
    return {
      id,
      type: asText(artifact['type']) ?? '',
      properties: asObject(artifact['properties']),
      dependencies: asTexts(artifact['dependencies']),
    };
  });
};

const assetsIn = (directory: string, manifestFile: string): ReadonlyMap<string, string> => {
  const files = asObject(asObject(readJson(join(directory, manifestFile)))['files']);
  const assets = new Map<string, string>();
  for (const file of Object.values(files).filter(isObject)) {
    const source = asText(asObject(file['source'])['path']);
    const destinations = Object.values(asObject(file['destinations']));
    for (const { objectKey } of asObjects(destinations)) {
      if (source !== undefined && typeof objectKey === 'string')
        assets.set(objectKey, resolve(directory, source));
    }
  }
  return assets;
};

/** A stack comes after the stacks whose exports it imports. */
const byDependency = (stacks: readonly Artifact[]): readonly Artifact[] => {
  const ordered: Artifact[] = [];
  const visiting = new Set<string>();
  const visit = (stack: Artifact): void => {
    if (ordered.includes(stack)) return;
    if (visiting.has(stack.id))
      throw new Error(`stacks depend on each other: ${[...visiting].join(' → ')}`);
    visiting.add(stack.id);
    for (const other of stacks) if (stack.dependencies.includes(other.id)) visit(other);
    visiting.delete(stack.id);
    ordered.push(stack);
  };
  for (const stack of stacks) visit(stack);
  return ordered;
};

const readStack = (
  directory: string,
  artifact: Artifact,
  all: readonly Artifact[],
): StackTemplate => {
  const template = asObject(
    readJson(
      join(
        directory,
        asText(artifact.properties['templateFile']) ?? `${artifact.id}.template.json`,
      ),
    ),
  );
  const manifest = all.find(
    ({ id, type }) => type === 'cdk:asset-manifest' && artifact.dependencies.includes(id),
  );
  const manifestFile = asText(manifest?.properties['file']);
  return {
    name: asText(artifact.properties['stackName']) ?? artifact.id,
    resources: asObject(template['Resources']) as unknown as StackTemplate['resources'],
    parameters: asObject(template['Parameters']),
    conditions: asObject(template['Conditions']),
    mappings: asObject(template['Mappings']),
    outputs: asObject(template['Outputs']),
    assets: manifestFile === undefined ? new Map() : assetsIn(directory, manifestFile),
  };
};

const readDirectory = (directory: string): readonly StackTemplate[] => {
  const artifacts = artifactsIn(directory);
  const nested = artifacts
    .filter(({ type }) => type === 'cdk:cloud-assembly')
    .flatMap(({ properties }) =>
      readDirectory(join(directory, asText(properties['directoryName']) ?? '')),
    );
  const stacks = byDependency(artifacts.filter(({ type }) => type === 'aws:cloudformation:stack'));
  return [...nested, ...stacks.map((stack) => readStack(directory, stack, artifacts))];
};

/** Reads what `cdk deploy` would read, and nothing else: manifest, templates, asset manifests. */
export const readAssembly = (assembly: { readonly directory: string }): readonly StackTemplate[] =>
  readDirectory(assembly.directory);

import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

export interface Compiled {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** Sources of the functions and of the kernel. */
  readonly sources: readonly ts.SourceFile[];
}

const isOurs = (file: string): boolean =>
  /^(?:functions|shared)\//.test(file.slice(process.cwd().length + 1));

/** All functions as the compiler sees them; and a planted file, by its path. */
export const compiled = (planted: Readonly<Record<string, string>> = {}): Compiled => {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
  const host = ts.createCompilerHost(options);
  const texts = new Map(Object.entries(planted).map(([file, text]) => [resolve(file), text]));
  const { readFile, fileExists } = host;
  host.readFile = (file) => texts.get(file) ?? readFile(file);
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  const roots = globSync('functions/*/**/*.ts').map((file) => resolve(file));
  const program = ts.createProgram([...roots, ...texts.keys()], options, host);
  const sources = program.getSourceFiles().filter(({ fileName }) => isOurs(fileName));
  return { program, checker: program.getTypeChecker(), sources };
};

import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from './change.ts';
import { type Name, nameOf } from './names.ts';
import { Refused } from './refused.ts';
import { type Addition, toImports, toList, toUnion } from './registers.ts';
import { rendered } from './templates.ts';

interface Kind {
  /** What follows the kind on the command line. */
  readonly usage: string;
  readonly change: (tree: string, given: readonly string[]) => Change;
}

/** A key of an object as the formatter leaves it. */
const keyOf = (name: string): string => (name.includes('-') ? `'${name}'` : name);

const entry = ({ name, camel }: Name): string =>
  name === camel ? name : `${keyOf(name)}: ${camel}`;

const service = (given: string | undefined, tree: string): string => {
  const { name } = nameOf(given);
  if (!existsSync(join(tree, 'functions', name, 'plan.ts')))
    throw new Refused(`there is no service ${name}`);
  return name;
};

/** No two routes have one path and method: what a contract of the tree already has is refused. */
const checkPath = (tree: string, path: string): void => {
  const owner = globSync('functions/*/*/contract.ts', { cwd: tree }).find((file) =>
    readFileSync(join(tree, file), 'utf8').includes(`'${path}'`),
  );
  if (owner) throw new Refused(`${owner} has the path ${path}`);
};

/** Each use case is built for the tests of all states, and asked by a row of its own. */
const asked = (
  { name, camel }: Name,
  useCases: readonly (readonly [maker: string, file: string])[],
): Change['registers'] => [
  [
    'test/support/use-cases/built.ts',
    ...useCases.flatMap(([maker, file]): Addition[] => [
      toImports(maker, `#functions/${file}`),
      toList('built', `${maker}: ${maker}(deps)`),
    ]),
  ],
  [
    'test/support/use-cases/table.ts',
    toImports(`${camel}Commands`, `./commands/${name}.ts`),
    toList('allCommands', `...${camel}Commands`),
  ],
];

/** Nobody has drawn a screen yet for what is new. */
const withoutScreen = (...routes: readonly string[]): Change['registers'] => [
  [
    'test/support/screens/without-a-screen.ts',
    ...routes.map((route) => toList('owed.fresh', `'${route}'`)),
  ],
];

/** A service with an API of two routes, one kind of record, its refusal, its plan and its tests. */
const newService: Kind = {
  usage: 'NAME',
  change: (tree, [given]) => {
    const words = nameOf(given);
    const { name, camel, Name } = words;
    if (existsSync(join(tree, 'functions', name))) throw new Refused(`there already is ${name}`);
    checkPath(tree, `/v1/${name}`);
    return {
      files: rendered('service', { ...words }),
      registers: [
        [
          'functions/contracts.ts',
          toImports(`contract as ${camel}`, `#functions/${name}/api/contract.ts`),
          toList('contracts', `'${name}/api': ${camel}`),
        ],
        [
          'functions/problems.ts',
          toImports(`${camel}Problems`, `#functions/${name}/problems.ts`),
          toList('problems', `...${camel}Problems`),
        ],
        [
          'infra/services.ts',
          toImports(camel, `#functions/${name}/plan.ts`),
          toList('services', entry(words)),
        ],
        ...asked(words, [
          [`makeWrite${Name}Entry`, `${name}/application/write-entry.ts`],
          [`makeRead${Name}Entry`, `${name}/application/read-entry.ts`],
        ]),
        ...withoutScreen(`POST /v1/${name}`, `GET /v1/${name}/{entryId}`),
        // A stand with an entry is another one than without: else no walk leads to reading one.
        [
          'test/support/use-cases/abstract.ts',
          toImports(`${camel}EntryKind`, `#functions/${name}/records.ts`),
          toList('besideOf', `${camel}: isSet(newest(${camel}EntryKind))`),
        ],
      ],
      next: [
        `functions/${name}/domain holds its law: replace the entry by what it keeps`,
        'docs/glossary.md: the Vietnamese terms of the law, and their names in the code',
        'web/README.md: its screen; until then test/support/screens/without-a-screen.ts owes it',
      ],
    };
  },
};

/** A Lambda of a service that is there, with a route of its own that reads one dossier. */
const newFunction: Kind = {
  usage: 'SERVICE/VERB-NOUN',
  change: (tree, [given = '']) => {
    const [of, verbNoun] = given.split('/');
    const words = nameOf(verbNoun);
    const { name, camel, Name } = words;
    const owner = service(of, tree);
    const { camel: plan } = nameOf(owner);
    checkPath(tree, `/v1/dossiers/{dossierId}/${name}`);
    const its = `{
      ...answering,
      environment: { ...tables, ...accessTable } satisfies Variables<typeof ${Name}Env>,
      impact: '${words.words} fails for clerks and officers',
      grants: {
        items: { read: ['dossier', 'access-entry'], put: ['access-entry'] },
      },
    }`;
    return {
      files: rendered('function', { ...words, service: owner }),
      registers: [
        [
          'functions/contracts.ts',
          toImports(`contract as ${camel}`, `#functions/${owner}/${name}/contract.ts`),
          toList('contracts', `'${owner}/${name}': ${camel}`),
        ],
        [
          `functions/${owner}/plan.ts`,
          toImports('answering', '#plan/service-plan.ts'),
          toImports('accessTable', '#plan/variables.ts'),
          toImports('tables', '#plan/variables.ts'),
          toImports('type Variables', '#plan/sources.ts'),
          toImports(`type Env as ${Name}Env`, `./${name}/env.ts`),
          toList(`${plan}.functions`, `${keyOf(name)}: ${its}`),
        ],
        ...asked(words, [[`make${Name}`, `${owner}/application/${name}.ts`]]),
        ...withoutScreen(`GET /v1/dossiers/{dossierId}/${name}`),
      ],
      next: [
        `functions/${owner}/application/${name}.ts decides; its contract says what is asked and answered`,
        `functions/${owner}/plan.ts: who suffers while it fails, and what it may touch`,
      ],
    };
  },
};

/** The first version of an event, with a sample, in the published language. */
const newEvent: Kind = {
  usage: 'NAME PRODUCER [SUBJECT]',
  change: (tree, [given, producing, about = 'dossier']) => {
    const words = nameOf(given);
    const { name, Name } = words;
    const producer = service(producing, tree);
    const subject = nameOf(about).name;
    const its = `{
      schema: ${Name}V1,
      subject: '${subject}',
      producer: '${producer}',
      destinations: [],
    }`;
    return {
      files: rendered('event', { ...words }),
      registers: [
        [
          'events/catalogue.ts',
          toImports(`${Name}V1`, `./${name}/v1/schema.ts`),
          toUnion('Subject', `'${subject}'`),
          toList('catalogue', `'vn.post-counter.${name}.v1': ${its}`),
          toList('PublishedEvent', `${Name}V1`),
        ],
      ],
      next: [
        `events/${name}/v1: what it carries besides the version, in schema and sample; never personal data`,
        subject === 'dossier'
          ? 'it comes from a fact: shared/domain/dossier/publication.ts and shared/application/published-event.ts name it'
          : `it is written with its record: recordWrite(kind, before, after, [recordEvent('${name}', …)])`,
        'events/catalogue.ts: its destinations',
      ],
    };
  },
};

/** A printed form of a dossier, `/v1/dossiers/{dossierId}/documents/<name>.pdf`. */
const newForm: Kind = {
  usage: 'NAME',
  change: (_tree, [given]) => {
    const words = nameOf(given);
    const { name, camel } = words;
    return {
      files: rendered('form', { ...words }),
      registers: [
        [
          'functions/forms/application/print-forms.ts',
          toImports(`${camel}Form`, `./${name}-form.ts`),
          toList('caseForms', `'${name}.pdf': { form: ${camel}Form }`),
        ],
      ],
      next: [
        `functions/forms/application/${name}-form.ts: its circular, number, title and text`,
        'functions/forms/print-form/contract.ts names the forms in the summary of printForm',
      ],
    };
  },
};

export const kinds = {
  function: newFunction,
  service: newService,
  event: newEvent,
  form: newForm,
} as const;

export const isKind = (kind: string): kind is keyof typeof kinds => Object.hasOwn(kinds, kind);

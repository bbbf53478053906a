const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { pathNot: allowed },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    only(
      'domain-is-pure',
      '^shared/domain/',
      ['^shared/domain/'],
      'Decisions know no I/O, no SDK, no zod, no clock.',
    ),
    only(
      'events-stand-alone',
      '^events/',
      ['^events/', 'node_modules/zod/'],
      'Contracts can be published as they are.',
    ),
    only(
      'ports-speak-domain',
      '^shared/ports/',
      ['^shared/(ports|domain)/', '^events/'],
      'A port names a need, never a vendor.',
    ),
    only(
      'application-orchestrates',
      '^shared/application/',
      ['^shared/(application|ports|domain)/', '^events/'],
      'A use case sees ports, never adapters.',
    ),
    {
      name: 'adapters-look-inward-only',
      severity: 'error',
      comment: 'An adapter implements ports; it calls no use case, no edge, no function.',
      from: { path: '^shared/adapters/' },
      to: { path: ['^shared/(application|edge)/', '^functions/', '^infra/', '^local/'] },
    },
    {
      name: 'only-composition-roots-choose-adapters',
      severity: 'error',
      comment: 'main.ts, local/ and test/ wire; everything else is given its ports.',
      from: { pathNot: ['^functions/.+/main\\.ts$', '^local/', '^test/', '^shared/adapters/'] },
      to: { path: '^shared/adapters/' },
    },
    {
      name: 'aws-sdk-stays-in-adapters',
      severity: 'error',
      from: {
        path: '^(shared|functions|events|web)/',
        pathNot: ['^shared/adapters/aws/', '^functions/.+/main\\.ts$'],
      },
      to: { path: 'node_modules/@aws-sdk/' },
    },
    {
      name: 'functions-do-not-import-functions',
      severity: 'error',
      comment: 'Stages talk through events; shared words live in shared/.',
      from: { path: '^functions/([^/]+/[^/]+)/' },
      to: { path: '^functions/', pathNot: '^functions/$1/' },
    },
    {
      name: 'infra-sees-only-env-contracts-and-words',
      severity: 'error',
      comment:
        'Infrastructure names entry files by path, borrows env types, reads routes from contracts and words from the domain.',
      from: { path: '^infra/' },
      to: {
        path: ['^functions/', '^shared/', '^local/', '^web/', '^test/'],
        pathNot: [
          '^functions/.+/(env|contract)\\.ts$',
          '^shared/edge/(contract|openapi)',
          '^shared/domain/',
        ],
      },
    },
    {
      name: 'web-sees-only-contracts',
      severity: 'error',
      from: { path: '^web/' },
      to: {
        path: ['^functions/', '^shared/', '^infra/', '^local/'],
        pathNot: ['^functions/.+/contract\\.ts$', '^shared/domain/'],
      },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-barrels',
      severity: 'error',
      from: {},
      to: { path: '/index\\.ts$', pathNot: 'node_modules' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-deps-at-runtime',
      severity: 'error',
      from: { path: '^(shared|functions|events)/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: ['node_modules/@types/', 'node_modules/zod'],
      },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};

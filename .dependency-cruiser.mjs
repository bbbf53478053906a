const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { pathNot: allowed },
});
const never = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

/**
 * The faces between services: what one service may take of another besides its contract, and why.
 * Everything else goes through events, a registry or the kernel in `shared/`.
 */
export const faces = [];

const face = ({ from, to }) =>
  never(
    `face-of-${to}`,
    { path: `^functions/(?!${from.join('|')})[^/]+/` },
    { path: `^functions/${to}` },
    'Only the services that the table of faces names may take this.',
  );

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    only(
      'kernel-domain-is-pure',
      '^shared/domain/',
      ['^shared/domain/'],
      'Decisions know no I/O, no SDK, no zod, no clock.',
    ),
    only(
      'service-domain-is-pure',
      '^functions/([^/]+)/domain/',
      ['^functions/$1/domain/', '^shared/domain/', ...faces.map(({ to }) => `^functions/${to}`)],
      'The law of one service: its own, and the words of the kernel.',
    ),
    only(
      'events-stand-alone',
      '^events/',
      ['^events/', 'node_modules/zod/'],
      'Contracts can be published as they are.',
    ),
    only(
      'kernel-ports-speak-domain',
      '^shared/ports/',
      ['^shared/(ports|domain)/', '^events/'],
      'A port names a need, never a vendor.',
    ),
    only(
      'service-ports-speak-domain',
      '^functions/([^/]+)/ports/',
      ['^functions/$1/(ports|domain)/', '^shared/(ports|domain)/', '^events/'],
      'A port names a need, never a vendor.',
    ),
    only(
      'kernel-application-orchestrates',
      '^shared/application/',
      ['^shared/(application|ports|domain)/', '^events/'],
      'A use case sees ports, never adapters.',
    ),
    only(
      'service-application-orchestrates',
      '^functions/([^/]+)/application/',
      [
        '^functions/$1/(application|ports|domain|records)',
        '^shared/(application|ports|domain)/',
        '^events/',
        ...faces.map(({ to }) => `^functions/${to}`),
      ],
      'A use case sees its domain and ports, never adapters, edges or SDKs.',
    ),
    never(
      'adapters-look-inward-only',
      { path: '^(shared|functions/[^/]+)/adapters/' },
      {
        path: [
          '^shared/(application|edge)/',
          '^functions/[^/]+/(application|api)/',
          '^functions/[^/]+/[^/]+/(main|handler)\\.ts$',
          '^(data|infra|local)/',
        ],
      },
      'An adapter implements ports; it calls no use case, no edge, no function.',
    ),
    never(
      'only-composition-roots-choose-adapters',
      { pathNot: ['^functions/.+/main\\.ts$', '^local/', '^test/', '/adapters/'] },
      { path: '^(shared|functions/[^/]+)/adapters/' },
      'main.ts, local/ and test/ wire; everything else is given its ports.',
    ),
    never(
      'aws-sdk-stays-in-adapters',
      {
        path: '^(shared|functions|events|web)/',
        pathNot: [
          '^shared/adapters/aws/',
          '^functions/[^/]+/adapters/',
          '^functions/.+/main\\.ts$',
        ],
      },
      { path: 'node_modules/@aws-sdk/' },
      'A vendor is named in one place.',
    ),
    never(
      'kernel-never-looks-up',
      { path: '^shared/' },
      { path: '^(functions|data|infra|local|web|test|tools)/' },
      'The kernel knows no service and no province: they register and are handed in.',
    ),
    never(
      'functions-never-look-up',
      { path: '^functions/' },
      { path: '^(infra|local|web|test|tools)/' },
      'A service states what it needs as data; infra and local read it.',
    ),
    never(
      'the-province-is-handed-in',
      { path: '^(functions|shared|events)/', pathNot: '^functions/.+/main\\.ts$' },
      { path: '^data/' },
      'Data stands above the kernel: main.ts alone knows where the province comes from.',
    ),
    never(
      'services-meet-at-their-faces',
      { path: '^functions/([^/]+)/' },
      {
        path: '^functions/',
        pathNot: ['^functions/$1/', ...faces.map(({ to }) => `^functions/${to}`)],
      },
      'Services talk through events; what one takes of another stands in the table of faces.',
    ),
    ...faces.map(face),
    never(
      'infra-sees-only-plans-contracts-and-words',
      { path: '^infra/' },
      {
        path: ['^functions/', '^shared/', '^local/', '^web/', '^test/'],
        pathNot: [
          '^functions/[^/]+/plan\\.ts$',
          '^functions/.+/(env|contract)\\.ts$',
          '^shared/edge/(contract|openapi)',
          '^shared/plan/',
          '^shared/domain/',
        ],
      },
      'Infrastructure names entry files by path, reads plans and routes, and words from the domain.',
    ),
    never(
      'web-sees-only-contracts',
      { path: '^web/' },
      {
        path: ['^functions/', '^shared/', '^infra/', '^local/', '^data/'],
        pathNot: [
          '^functions/.+/contract\\.ts$',
          '^functions/[^/]+/domain/',
          '^shared/(api|domain)/',
        ],
      },
      'What a browser may import: types of contracts, and the domain.',
    ),
    never(
      'data-knows-the-kernel-only',
      { path: '^data/' },
      { path: '^(functions|infra|local|web|test|tools)/' },
      'What a province edits is checked with the words of the kernel.',
    ),
    never(
      'the-cloud-knows-no-play',
      { path: '^local/cloud/' },
      { path: '^(local/(outside|play|people|page|runtime)|functions|data)/' },
      'The emulated cloud runs any template.',
    ),
    never(
      'nothing-imports-tests',
      { pathNot: '^(test|tools)/' },
      { path: '^test/' },
      'Tests look at the product, never the other way round.',
    ),
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
      from: { path: '^(shared|functions|events)/', pathNot: '/plan\\.ts$' },
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

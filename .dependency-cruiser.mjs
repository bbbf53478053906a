import { readdirSync } from 'node:fs';

const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { pathNot: allowed },
});
const never = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

/**
 * The faces: what one service may take of another besides its contract, and why. Everything else goes
 * through events, the kernel in `shared/`, or is handed in by a main.ts.
 */
export const faces = [
  {
    of: 'handover/domain/steps',
    to: ['money'],
    why: 'A remittance travels in a sealed pouch: the list lies in it like a dossier.',
  },
  {
    of: 'money/(domain/(door-money|dues)|records|application/dossier-account)',
    to: ['returns'],
    why: 'What is paid with a parcel becomes true in the same write as its delivery, and is no more than is owed.',
  },
  {
    of: 'money/(domain/(records|electronic-receipt)|records)',
    to: ['forms'],
    why: 'Vouchers and remittance lists are printed as they are kept.',
  },
  {
    of: 'money/records',
    to: ['intake'],
    why: 'Who has only the phiếu thu in hand finds the dossier by its number.',
  },
  {
    of: 'returns/(domain/shipment|records)',
    to: ['forms'],
    why: 'The label is printed from the parcel.',
  },
  {
    of: 'returns/(domain/return-order|domain/order-message|records)',
    to: ['notifications'],
    why: 'An order for a dossier filed elsewhere has no events of a dossier to tell its citizen by.',
  },
  {
    of: 'returns/(domain/order-pouch|records)',
    to: ['handover'],
    why: 'What a pouch brings of an order filed elsewhere is signed for like a dossier, and changes hands in the same write.',
  },
  {
    of: '(returns|corrections)/(domain/without-persons|records)',
    to: ['oversight'],
    why: 'Where a retention ends, every record that bears a person is written without them in the same commit.',
  },
  {
    of: 'returns/(domain/shipment|records)',
    to: ['tracking'],
    why: 'The citizen sees the parcel as it is, not as of the last event.',
  },
  {
    of: 'notifications/ports/sms(-texts)?',
    to: ['tracking'],
    why: 'A one-time code is an SMS like any other: the same gateway and ledger.',
  },
];

/** What `service` may take of others. */
const facesTo = (service) =>
  faces.filter(({ to }) => to.includes(service)).map(({ of }) => `^functions/${of}\\.ts$`);

/** A composition root: it alone puts use cases, adapters and other services' readers together. */
const root = '^functions/[^/]+/[^/]+/main\\.ts$';

const services = readdirSync(new URL('functions', import.meta.url)).filter(
  (name) => !name.endsWith('.ts'),
);

/** The directions inside one service, and from it to others. */
const serviceRules = services.flatMap((service) => {
  const own = `^functions/${service}/`;
  return [
    only(
      `${service}-domain-is-pure`,
      `${own}domain/`,
      [`${own}domain/`, '^shared/domain/'],
      'The law of one service: its own, and the words of the kernel.',
    ),
    only(
      `${service}-ports-speak-domain`,
      `${own}ports/`,
      [`${own}(ports|domain)/`, '^shared/(ports|domain)/', '^events/'],
      'A port names a need, never a vendor.',
    ),
    only(
      `${service}-application-orchestrates`,
      `${own}application/`,
      [
        `${own}(application|ports|domain)/`,
        `${own}records\\.ts$`,
        '^shared/(application|ports|domain)/',
        '^events/',
        ...facesTo(service),
      ],
      'A use case sees its domain and ports, never adapters, edges or vendors.',
    ),
    never(
      `${service}-meets-others-at-their-faces`,
      { path: own, pathNot: root },
      { path: '^functions/', pathNot: [own, ...facesTo(service)] },
      'Services talk through events; what one takes of another stands in the table of faces.',
    ),
  ];
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    only(
      'kernel-domain-is-pure',
      '^shared/domain/',
      ['^shared/domain/'],
      'Decisions know no I/O, no SDK, no zod, no clock.',
    ),
    ...serviceRules,
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
      'kernel-application-orchestrates',
      '^shared/application/',
      ['^shared/(application|ports|domain)/', '^events/'],
      'A use case sees ports, never adapters.',
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
      { pathNot: ['^functions/.+/main\\.ts$', '^local/', '^ops/', '^test/', '/adapters/'] },
      { path: '^(shared|functions/[^/]+)/adapters/' },
      'main.ts, local/, ops/ and test/ wire; everything else is given its ports.',
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
      { path: '^(functions|data|infra|local|ops|web|test|tools)/' },
      'The kernel knows no service and no province: they register and are handed in.',
    ),
    never(
      'functions-never-look-up',
      { path: '^functions/' },
      { path: '^(infra|local|ops|web|test|tools)/' },
      'A service states what it needs as data; infra and local read it.',
    ),
    never(
      'the-province-is-handed-in',
      { path: '^(functions|shared|events)/' },
      { path: '^data/' },
      'A function reads what was published: data that lay in its bundle would need a deployment.',
    ),
    never(
      'infra-sees-only-plans-contracts-and-words',
      { path: '^infra/' },
      {
        path: ['^functions/', '^shared/', '^local/', '^web/', '^test/'],
        pathNot: [
          '^functions/[^/]+/plan\\.ts$',
          '^functions/(problems|contracts)\\.ts$',
          '^functions/.+/(env|contract)\\.ts$',
          '^shared/edge/(contract|openapi|problem)',
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
          '^functions/contracts\\.ts$',
          '^functions/[^/]+/domain/',
          '^shared/(api|domain)/',
          '^shared/plan/web-places\\.ts$',
        ],
      },
      'What a browser may import: types of contracts, and the domain.',
    ),
    never(
      'web-sees-contracts-as-types',
      { path: '^web/' },
      { path: '^functions/contracts\\.ts$', dependencyTypesNot: ['type-only'] },
      'Contracts as values bring every schema and zod: 52 KB that no page needs.',
    ),
    never(
      'web-knows-no-zod',
      { path: '^web/' },
      { path: 'node_modules/zod/' },
      'A form is checked by the parsers of the domain and by the API; zod alone is 26 KB.',
    ),
    never(
      'the-citizen-page-is-light',
      { path: '^web/citizen/' },
      { path: ['node_modules/(react|react-dom|react-router|@tanstack)/', '^web/kit/react/'] },
      'Preact and the platform: the page opens on a phone of ten years ago over slow 3G.',
    ),
    never(
      'pages-meet-in-the-kit',
      { path: '^web/([^/]+)/', pathNot: '^web/staff/' },
      { path: '^web/', pathNot: ['^web/(kit|api)/', '^web/$1/'] },
      'What two pages share lies in web/kit and web/api; web/staff puts the screens of staff together.',
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

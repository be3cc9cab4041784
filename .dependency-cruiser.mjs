/*
 * Who may import whom (DESIGN: "packages"). test/architecture.test.ts checks the tree, and keeps for each rule a file that breaks it.
 * Rules about our own code are about paths below packages/; rules that name packages of npm say so.
 */
const TESTS = ['[.]test[.]tsx?$', '/test-[^/]+[.]ts$', '/(testing|fixtures)/']
/** A module's face towards HTTP: beside the module, because both change together, but known to http/ alone. */
const ROUTES = '(-routes|/multipart-file)[.]ts$'
const server = (folder) => `^packages/server/src/${folder}/`
const OURS = '^packages/'

/** What a module may see; who among the modules sees channels and connectors is said by rules of their own. */
const INSIDE = [
  ...['modules', 'platform', 'db', 'channels', 'connectors'].map(server),
  '^packages/(domain|contracts|texts)/src/',
]

/** Files of `from` (tests apart) may import, of all files below packages/, only those of `may`. */
const only = (name, comment, from, may) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: TESTS },
  to: { path: OURS, pathNot: may },
})

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unknown-import',
      comment: 'An import that is not found would also slip through every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'domain-is-pure',
      comment: 'The clinic’s rules: no I/O, no clock, no packages but Temporal and libphonenumber-js.',
      severity: 'error',
      from: { path: '^packages/domain/src/', pathNot: TESTS },
      to: { pathNot: ['^packages/domain/src/', 'node_modules/temporal-polyfill/', 'node_modules/libphonenumber-js/'] },
    },
    {
      name: 'texts-stand-alone',
      comment: 'A catalogue of words needs nobody.',
      severity: 'error',
      from: { path: '^packages/texts/src/', pathNot: TESTS },
      to: { pathNot: '^packages/texts/src/' },
    },
    {
      name: 'contracts-know-domain-and-zod',
      comment: 'The wire’s shapes: what outsiders see, without a server behind it.',
      severity: 'error',
      from: { path: '^packages/contracts/src/', pathNot: TESTS },
      to: { pathNot: ['^packages/(contracts|domain)/src/', 'node_modules/zod/'] },
    },
    only(
      'platform-knows-no-feature',
      'Clock, ids, config, log, postgres: usable in a program that is no clinic.',
      server('platform'),
      [server('platform'), '^packages/domain/src/shared/'],
    ),
    only(
      'channels-translate-only',
      'A channel carries what it is given and says what became of it in the domain’s words: no consent, no planning, no database.',
      server('channels'),
      [server('channels'), server('platform'), '^packages/domain/src/(shared|messaging)/'],
    ),
    only(
      'connectors-translate-only',
      'A connector turns a source into observations and back, nothing else.',
      server('connectors'),
      [server('connectors'), server('platform'), '^packages/domain/src/shared/'],
    ),
    {
      name: 'migrations-are-frozen',
      comment: 'A migration must do in five years what it does today, so it imports nothing that changes.',
      severity: 'error',
      from: { path: server('db/migrations') },
      to: { pathNot: 'node_modules/kysely/' },
    },
    only('db-knows-no-feature', 'Table types and how a database is opened.', server('db'), [
      server('db'),
      server('platform'),
      '^packages/domain/src/shared/',
    ]),
    {
      name: 'modules-meet-at-their-doors',
      comment: 'Another module is its index.ts. Reaching further in is how folders by feature become one ball.',
      severity: 'error',
      from: { path: '^packages/server/src/modules/([^/]+)/', pathNot: TESTS },
      to: {
        path: '^packages/server/src/modules/([^/]+)/',
        pathNot: ['^packages/server/src/modules/$1/', '^packages/server/src/modules/[^/]+/index[.]ts$'],
      },
    },
    {
      name: 'only-http-sees-routes',
      comment: 'What a module can do is in its index.ts; how HTTP asks for it is nobody else’s business.',
      severity: 'error',
      from: { path: OURS, pathNot: [...TESTS, server('http'), ROUTES, '/index[.]ts$'] },
      to: { path: `^packages/server/src/modules/.+${ROUTES}` },
    },
    {
      name: 'modules-know-no-edge',
      comment: 'Features do not know how they are called: by HTTP, by the worker or on the command line.',
      severity: 'error',
      from: { path: server('modules'), pathNot: [...TESTS, ROUTES] },
      to: { path: OURS, pathNot: INSIDE },
    },
    {
      name: 'routes-know-http-alone',
      comment: 'A module’s face towards HTTP does not see the other edges.',
      severity: 'error',
      from: { path: `^packages/server/src/modules/.+${ROUTES}`, pathNot: TESTS },
      to: { path: OURS, pathNot: [...INSIDE, server('http')] },
    },
    {
      name: 'only-records-see-connectors',
      comment: 'What a source observed enters through the appointments, and is answered by the changes it still lacks.',
      severity: 'error',
      from: { path: server('modules'), pathNot: [...TESTS, server('modules/(appointments|changes)')] },
      to: { path: server('connectors') },
    },
    {
      name: 'only-messaging-sees-channels',
      comment: 'One door out: whatever leaves passes the outbox and its gate.',
      severity: 'error',
      from: { path: server('modules'), pathNot: [...TESTS, server('modules/messaging')] },
      to: { path: server('channels') },
    },
    {
      name: 'modules-speak-no-http',
      comment: 'HTTP in, HTTP out is the business of http/.',
      severity: 'error',
      from: { path: server('modules'), pathNot: [...TESTS, ROUTES] },
      to: { path: 'node_modules/(fastify|@fastify)/' },
    },
    {
      name: 'edges-use-doors',
      comment: 'http, worker and cli call a module through its index.ts.',
      severity: 'error',
      from: { path: '^packages/server/src/(http|worker|cli)/', pathNot: TESTS },
      to: { path: server('modules'), pathNot: ['^packages/server/src/modules/[^/]+/index[.]ts$', ROUTES] },
    },
    {
      name: 'edges-stay-apart',
      comment: 'The web, the worker and the command line can run as three processes: none reaches into another.',
      severity: 'error',
      from: { path: '^packages/server/src/(http|worker|cli)/', pathNot: TESTS },
      to: { path: '^packages/server/src/(http|worker|cli)/', pathNot: '^packages/server/src/$1/' },
    },
    {
      name: 'nothing-imports-the-composition',
      comment: 'compose.ts and main.ts wire things to each other; only the command line starts them.',
      severity: 'error',
      from: {
        path: OURS,
        pathNot: [...TESTS, '^packages/server/src/(main|compose|generate)[.]ts$', server('(cli|compose)')],
      },
      to: { path: '^packages/server/src/(main|compose)([.]ts$|/)' },
    },
    only(
      'console-sees-contracts-and-texts',
      'The console is a client like any other: it knows what the API says, not how the server works.',
      '^packages/console/',
      ['^packages/console/', '^packages/(contracts|texts)/src/'],
    ),
    only(
      'simulator-knows-nothing-of-us',
      'It plays Meta. If it shared our types it would share our mistakes.',
      '^packages/simulator/',
      ['^packages/simulator/'],
    ),
    {
      name: 'simulator-is-for-the-demo',
      comment: 'The server starts it beside itself in one place; nothing else may lean on it.',
      severity: 'error',
      from: {
        path: '^packages/(?!simulator|bench)',
        pathNot: [...TESTS, '^packages/server/src/(compose|main)([.]ts$|/)', server('cli')],
      },
      to: { path: '^packages/simulator/' },
    },
    only(
      'bench-uses-public-doors',
      'A figure that needs the inside of the server measures something that no user has.',
      '^packages/bench/',
      ['^packages/bench/', '^packages/(domain|contracts|simulator)/src/'],
    ),
    {
      name: 'product-needs-no-tests',
      comment: 'What ships does not import test helpers or development packages.',
      severity: 'error',
      from: {
        path: '^packages/[^/]+/src/',
        pathNot: [...TESTS, '^packages/bench/', '^packages/server/src/generate[.]ts$'],
      },
      to: { path: ['[.]test[.]tsx?$', '/test-[^/]+[.]ts$', 'node_modules/(vitest|fast-check|playwright-core|jsdom)/'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^packages/[^/]+/(dist|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      mainFields: ['types', 'module', 'main'],
    },
  },
}

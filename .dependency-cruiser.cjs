// The borders of docs/architecture.md. Every rule names what it protects, because that is what a breach prints.

/** A feature imports only what stands before it. */
const FEATURES = [
  ['config', 'db', 'http', 'text', 'passwords', 'budgets', 'files', 'printing', 'access-checks'],
  ['live'],
  ['audit'],
  ['settings'],
  ['sessions'],
  ['notifications'],
  ['staff'],
  ['customers'],
  ['contacts'],
  ['credentials'],
  ['deployments'],
  ['cases'],
  ['overview'],
  ['privacy'],
  ['integrations'],
];

const inFolders = (folders) => `^apps/api/src/(${folders.join('|')})/`;

/** What joins the features may import any of them: the list of tables, and demo data that writes rows of all. */
const JOINS_FEATURES = '^apps/api/src/db/(demo/|entities\\.ts$)';

const featureOrder = FEATURES.slice(0, -1).map((group, index) => ({
  name: `order-${group.join('-')}`,
  comment: `${group.join(', ')}: imports only what stands left of it in the order of features. Let the higher feature register itself.`,
  severity: 'error',
  from: { path: inFolders(group), pathNot: [JOINS_FEATURES, '\\.test\\.ts$'] },
  to: { path: inFolders(FEATURES.slice(index + 1).flat()) },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other are one module, or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { pathNot: 'node_modules' } },
    },
    {
      name: 'apps-do-not-import-apps',
      comment: 'Apps meet over HTTP. Only the browser journeys and the load scenarios start other apps.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/(e2e|bench)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-do-not-import-apps',
      comment: 'Libraries stand below the apps.',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/' },
      to: { path: '^apps/' },
    },
    {
      name: 'screens-reach-the-api-through-its-client',
      comment:
        'The admin and portal apps use no other library of ours but the Markdown reader, and nothing that runs only on a server.',
      severity: 'error',
      from: { path: '^apps/(admin|portal)/src/' },
      to: { path: ['^libs/(?!(api-client|case-form|markdown)/)', '^node_modules/.*(typeorm|@nestjs|/pg/|axios)'] },
    },
    {
      name: 'screens-stay-out-of-generated-code',
      comment: 'Import @latchkey/api-client by its name, not by a path into it.',
      severity: 'error',
      from: { path: '^apps/(admin|portal)/src/' },
      to: { path: '^libs/api-client/', dependencyTypes: ['local'] },
    },
    {
      name: 'features-of-a-screen-app-stay-apart',
      comment: 'Features of an app do not import each other: pages compose, shared parts move to shared/.',
      severity: 'error',
      from: { path: '^apps/(admin|portal)/src/features/([^/]+)/' },
      to: { path: '^apps/$1/src/features/', pathNot: '^apps/$1/src/features/$2/' },
    },
    {
      name: 'no-test-code-in-the-product',
      comment: 'What ships does not depend on tests or their helpers.',
      severity: 'error',
      from: { path: '^(apps|libs)/[^/]+/src/', pathNot: ['\\.test\\.tsx?$', '/testing/', '^apps/(e2e|bench)/'] },
      to: { path: ['\\.test\\.tsx?$', '/testing/', '^apps/api/test/'] },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that leads nowhere hides from every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['\\.css$', '\\?(raw|url|inline|worker)$', '^virtual:'] },
    },
    ...featureOrder,
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['/generated/', '/\\.cache/', '/coverage/'] },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};

/** Who may import what. `pnpm run imports` also fails if no module was seen at all. */
const own = (name) => `^packages/${name}/src/`
const adapters = ['storage-[a-z0-9]+', 'notifications-[a-z0-9]+']

const only = (name, allowed, { within = '', but, nodeModules = false, typesOf } = {}) => ({
  name: `${name}${within && `-${within}`}-imports-only-what-it-may`,
  severity: 'error',
  from: { path: own(name) + within, ...(but && { pathNot: own(name) + but }) },
  to: {
    pathNot: [
      own(name),
      ...allowed.map((item) => (item.startsWith('node_modules') ? item : own(item))),
      ...(typesOf === undefined ? [] : [own(typesOf)]),
    ],
    ...(nodeModules && { dependencyTypesNot: ['core'] }),
  },
})
const library = (name) => `node_modules/${name}/`
const fp = [library('fp-ts'), library('io-ts')]

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('core', [...fp, library('immutable')]),
    only('audit', ['core']),
    only('matching', ['core', ...fp], { but: 'worker/' }),
    only('matching', ['core', ...fp], { within: 'worker/', nodeModules: true }),
    only('roster', ['core', ...fp, library('csv-parse'), library('jsonc-parser')]),
    only(
      'report',
      ['core', ...fp, ...['csv-stringify', 'echarts', 'zrender', 'temporal-polyfill'].map(library)],
      { typesOf: 'runtime', nodeModules: true },
    ),
    {
      name: 'report-imports-only-types-of-runtime',
      severity: 'error',
      from: { path: own('report') },
      to: { path: own('runtime'), dependencyTypesNot: ['type-only'] },
    },
    only('storage-memory', ['core', ...fp]),
    only('storage-kurrentdb', ['core', ...fp, library('@kurrent')], { nodeModules: true }),
    only('storage-postgres', ['core', ...fp, library('pg')], { nodeModules: true }),
    only(
      'testing',
      [
        'audit',
        'core',
        'runtime',
        'storage-memory',
        ...fp,
        library('fast-check'),
        library('immutable'),
      ],
      {
        nodeModules: true,
      },
    ),
    {
      name: 'runtime-imports-no-adapter',
      severity: 'error',
      from: { path: own('runtime') },
      to: {
        path: [...adapters.map(own), own('audit'), own('matching'), own('testing'), '^examples/'],
      },
    },
    {
      name: 'no-adapter-imports-another-package-than-core',
      severity: 'error',
      from: { path: adapters.map((name) => `^packages/(${name})/src/`) },
      to: { path: '^packages/', pathNot: [own('core'), '^packages/$1/src/'] },
    },
    {
      name: 'other-packages-by-name-not-by-path',
      severity: 'error',
      from: { path: '^(packages|examples)/([^/]+)/' },
      to: {
        path: '^packages/[^/]+/src/',
        pathNot: [
          '^packages/[^/]+/src/index.ts$',
          '^packages/matching/src/(worker|quota).ts$',
          '^packages/servers/src/(kurrentdb|ports|postgres|processes).ts$',
          '^$1/$2/',
        ],
      },
    },
    {
      name: 'no-file-imports-its-own-index',
      severity: 'error',
      from: { path: '^(packages|examples)/([^/]+)/src/' },
      to: { path: '^$1/$2/src/index.ts$' },
    },
    {
      name: 'no-package-imports-an-example',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^examples/' },
    },
    {
      name: 'fp-ts-through-lib',
      severity: 'error',
      from: {},
      to: { path: 'node_modules/fp-ts/', pathNot: 'node_modules/fp-ts/lib/' },
    },
    {
      name: 'source-imports-no-test',
      severity: 'error',
      from: { path: '^(packages|examples)/[^/]+/src/' },
      to: { path: '^(packages|examples)/[^/]+/test/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '^\\.cache/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
}

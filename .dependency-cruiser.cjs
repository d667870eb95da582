/** The house rules of docs/architecture (floors, doors, who may touch which library), enforced by `npm run check`. */
const FLOORS = [
  ['shared'],
  ['platform'],
  ['media', 'geo', 'custody', 'identity'],
  ['cases'],
  ['clips'],
  ['findings'],
  ['intake'],
  ['acquisition'],
  ['analysis'],
  ['sources', 'work'],
  ['review'],
  ['search'],
  ['dashboard'],
  ['export'],
];
const FEATURES = FLOORS.slice(2).flat();
const TESTS = '\\.spec\\.ts$|/testing/';

/** A floor may not import from a higher one. */
const oneWay = FLOORS.slice(0, -1).map((floor, level) => ({
  name: `no-import-upwards-from-${floor.join('-')}`,
  severity: 'error',
  from: { path: `^src/(${floor.join('|')})/`, pathNot: TESTS },
  to: {
    path: `^src/(${FLOORS.slice(level + 1)
      .flat()
      .join('|')})/`,
  },
}));

/** Features meet at their doors: `index.ts` (front), `worker.ts` (handlers) and `process.ts` (a process of its own). */
const doors = FEATURES.filter((feature) => feature !== 'media').map((feature) => ({
  name: `only-by-the-doors-of-${feature}`,
  severity: 'error',
  from: { path: '^(src|workers|cli)/', pathNot: `^src/${feature}/|${TESTS}` },
  to: { path: `^src/${feature}/`, pathNot: `^src/${feature}/(index|worker|process)\\.ts$` },
}));

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...oneWay,
    ...doors,
    {
      name: 'domain-is-pure',
      comment: 'Rules are tested as plain functions: no Nest, no database, no processes, no clock.',
      severity: 'error',
      from: { path: '/domain/', pathNot: TESTS },
      to: {
        path: 'node_modules/(@nestjs|kysely|pg|bullmq|ioredis)/|^(node:)?(fs|child_process|net|http|dns)|^src/platform/',
      },
    },
    {
      name: 'api-never-reaches-a-handler',
      comment: 'The API process stays free for pollers.',
      severity: 'error',
      from: { path: '^src/(main|app\\.module|create-api)\\.ts$' },
      to: {
        path: '/(worker|process)\\.ts$|\\.(handler|stage)\\.ts$|^src/media/(tool-runner|frame-pass|ffmpeg-args)|^src/analysis/match-index/(?!match-index\\.ts$)',
        reachable: true,
      },
    },
    {
      name: 'queue-library-stays-in-its-room',
      severity: 'error',
      from: {
        pathNot: `^src/platform/queue/|^workers/|^src/platform/db/migrate\\.ts$|${TESTS}|^bench/|^test/`,
      },
      to: { path: 'node_modules/(bullmq|ioredis)/' },
    },
    {
      name: 'processes-are-started-in-few-places',
      severity: 'error',
      from: {
        path: '^(src|workers)/',
        pathNot: `^src/media/|^src/desk|^src/platform/embedded/|^src/demo/|${TESTS}`,
      },
      to: { path: '^(node:)?child_process$' },
    },
    {
      name: 'fluent-ffmpeg-only-builds-argument-lists',
      severity: 'error',
      from: { pathNot: '^src/media/ffmpeg-args' },
      to: { path: 'node_modules/fluent-ffmpeg/' },
    },
    {
      name: 'cli-speaks-http-only',
      severity: 'error',
      from: { path: '^cli/' },
      to: { path: '^(src|workers)/' },
    },
    {
      name: 'the-page-speaks-http-only',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|workers|cli|test)/' },
    },
    {
      name: 'page-rooms-meet-at-their-doors',
      comment:
        'A room of the page shows what another room exports from its index; only the router opens pages.',
      severity: 'error',
      from: { path: '^web/src/features/([^/]+)/', pathNot: TESTS },
      to: { path: '^web/src/features/', pathNot: '^web/src/features/($1/|[^/]+/index\\.tsx?$)' },
    },
    {
      name: 'what-pages-share-knows-no-room',
      severity: 'error',
      from: { path: '^web/src/(api|ui|safety|keys|i18n|workspace)/', pathNot: TESTS },
      to: { path: '^web/src/(features|app)/' },
    },
    {
      name: 'no-catch-all-names',
      severity: 'error',
      from: {},
      to: { path: '(^|/)(utils?|helpers?|common|manager)(/|\\.ts$)', pathNot: 'node_modules' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: false,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};

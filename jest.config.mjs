const swc = {
  swcrc: false,
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

// A component's file may hold a plain function that a spec wants.
const swcTsx = {
  ...swc,
  jsc: {
    ...swc.jsc,
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
  },
};

const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc], '^.+\\.tsx$': ['@swc/jest', swcTsx] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1', '^@/(.*)$': '<rootDir>/web/src/$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};

const services = {
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

/** Sizes: unit (beside the code, no I/O), integration (real PostgreSQL, Redis, ffmpeg), e2e (whole desk over HTTP), browser (whole desk in Chromium), rooms (each page in Chromium, by mouse, keyboard, in Arabic; `npm run test:rooms`). */
export default {
  testTimeout: 60_000,
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/{src,workers,cli,web,test}/**/*.spec.ts'],
      testPathIgnorePatterns: ['\\.(int|e2e|browser|room)\\.spec\\.ts$'],
    },
    {
      ...base,
      ...services,
      displayName: 'integration',
      testMatch: ['<rootDir>/{src,workers,cli,test}/**/*.int.spec.ts'],
    },
    { ...base, ...services, displayName: 'e2e', testMatch: ['<rootDir>/test/**/*.e2e.spec.ts'] },
    { ...base, ...services, displayName: 'browser', testMatch: ['<rootDir>/test/**/*.browser.spec.ts'] },
    { ...base, ...services, displayName: 'rooms', testMatch: ['<rootDir>/test/**/*.room.spec.ts'] },
  ],
};

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'packages/*/test/**/*.test.ts',
      'examples/*/test/**/*.test.ts',
      '.ci/test/**/*.test.ts',
      '.mutate/test/**/*.test.ts',
    ],
    globalSetup: ['.ci/temp-folder.js', '.ci/postgres.js'],
    // Tests that are long at length may be so on a busy machine too.
    testTimeout: process.env['FULL'] === '1' ? 240_000 : 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    isolate: false,
  },
})

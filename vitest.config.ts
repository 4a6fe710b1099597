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
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    isolate: false,
  },
})

import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { NearFirst } from './near-first.js'
import { testsOf } from './tests-of.js'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const owner = process.env.MUTATE_PACKAGE
const { include, exclude } = testsOf(owner)

/** One mutant is worth few cases: nearly all fall at the first. The kit's own runs are its behaviour, and stay. */
const fewRuns = {
  name: 'few-runs',
  enforce: 'pre',
  resolveId: (source, importer = '') =>
    source === 'fast-check' && /\/packages\/(?!testing\/)[^/]+\/test\//.test(importer)
      ? here('few-runs.js')
      : undefined,
}

export default defineConfig({
  root: here('..'),
  plugins: [fewRuns],
  resolve: {
    // Stryker's copy shares node_modules with the original, whose sources hold no mutant.
    alias: readdirSync(here('../packages')).map((name) => ({
      find: new RegExp(`^@reverse-mentoring/${name}$`),
      replacement: here(`../packages/${name}/src/index.ts`),
    })),
  },
  test: {
    include,
    exclude,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    isolate: false,
    sequence: { sequencer: NearFirst },
    setupFiles: [here('same-cases.js')],
  },
})

import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Started without the shell that pnpm puts around it, which a signal would end instead. */
const stryker = fileURLToPath(
  new URL('../../bin/stryker.js', import.meta.resolve('@stryker-mutator/core')),
)

const configOf = (chunk, { concurrency, skipStatic }) => ({
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: '.mutate/vitest.config.js', related: false },
  coverageAnalysis: 'perTest',
  ignoreStatic: skipStatic,
  mutate: chunk.files,
  incremental: true,
  incrementalFile: chunk.report,
  concurrency,
  timeoutMS: 10_000,
  tempDirName: join(dirname(chunk.report), 'tmp'),
  ignorePatterns: ['.cache', '**/dist', 'examples'],
  reporters: ['progress-append-only'],
  logLevel: 'warn',
  disableTypeChecks: false,
  checkers: [],
})

/** Runs the mutants of a chunk: how Stryker ended, 'late' where the time was up. */
export const runChunk = (chunk, options, milliseconds) =>
  new Promise((resolve) => {
    const config = configOf(chunk, options)
    const { tempDirName } = config
    rmSync(tempDirName, { recursive: true, force: true })
    mkdirSync(dirname(chunk.config), { recursive: true })
    writeFileSync(chunk.config, JSON.stringify(config))
    const env = {
      ...process.env,
      MUTATE_PACKAGE: options.owner,
      MUTATE_FOLDER: dirname(chunk.files[0]),
      MUTATE_RUNS: String(options.runs),
      INVARIANT_RUNS: '12',
    }
    const child = spawn(process.execPath, [stryker, 'run', chunk.config], {
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    let late = false
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGTERM')
    }, milliseconds)
    child.on('error', (error) => {
      console.error(String(error))
      clearTimeout(timer)
      resolve('failed')
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      rmSync(tempDirName, { recursive: true, force: true })
      // Files without a mutant leave no report.
      if (code === 0 && !existsSync(chunk.report)) writeFileSync(chunk.report, '{"files":{}}')
      resolve(late ? 'late' : code === 0 ? 'done' : 'failed')
    })
  })

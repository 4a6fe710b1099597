import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { relative, resolve } from 'node:path'

/** Runs every check, says how each went, and counts them: one per check, and one per test. */
const report = '.cache/tests.json'
const eslint = ['.', '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint']
const vitest = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
const [, , ...asked] = process.argv
const unknown = asked.find((word) => word !== '--extra')
if (unknown !== undefined) {
  console.error(
    `“${unknown}” is no option: the test takes \`--extra\` (all at length, as CI does), or nothing.`,
  )
  process.exit(2)
}
/** With `--extra` only. */
const isFull = asked.includes('--extra')
const simulation = [
  'packages/testing/src/simulation/main.ts',
  ...['--seed', '1', '--hours', '2000'],
]
const faults = ['packages/faults/src/main.ts', '--seed', '1']
/** How the sources are written, and what is published. */
const style = [
  ['lint', 'eslint', [...eslint, '--cache-strategy', 'content']],
  ['format', 'prettier', ['--check', '.', '--log-level', 'warn']],
  ['unused', 'knip', []],
  ['packages', 'node', ['.ci/package-check.js']],
]
/** One after the other; those of one line beside each other, for each of them uses one core. What stands alone uses two. */
const checks = [
  [
    ['types', 'tsc', ['-b']],
    ['imports', 'node', ['.ci/imports.js']],
  ],
  ...(isFull ? [style] : []),
  [['tests', 'vitest', vitest]],
  // A fixed budget of what never ends.
  ...(isFull ? [[['simulation', 'node', simulation]], [['faults', 'node', faults]]] : []),
]
/** What these did is told. */
const told = ['simulation', 'faults']
/** Tests that take long read this, and are short without it. */
const env = {
  ...process.env,
  FULL: isFull ? '1' : '',
  // Tests start many processes of the same sources.
  NODE_COMPILE_CACHE: resolve('.cache/compile'),
}

const runCheck = ([, command, args]) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks = []
    child.stdout.on('data', (chunk) => chunks.push(chunk))
    child.stderr.on('data', (chunk) => chunks.push(chunk))
    child.on('error', (error) => resolve({ ok: false, output: String(error) }))
    child.on('close', (code) =>
      resolve({ ok: code === 0, output: Buffer.concat(chunks).toString() }),
    )
  })

await mkdir('.cache', { recursive: true })
await rm(report, { force: true })
let passed = 0
let failed = 0
const began = performance.now()
for (const together of checks) {
  process.stdout.write(`${together.map(([name]) => name).join(', ')} …\n`)
  await Promise.all(
    together.map(async (check) => {
      const [name] = check
      const start = performance.now()
      const { ok, output } = await runCheck(check)
      const seconds = ((performance.now() - start) / 1000).toFixed(1)
      console.log(`  ${name}: ${ok ? 'good' : 'BAD'} (${seconds} s)`)
      if (!ok || told.includes(name)) console.log(output)
      if (name !== 'tests') ok ? passed++ : failed++
    }),
  )
}
/** The seconds that the tests of each package took, two files at a time. */
const suites = (testResults) => {
  const folderOf = (name) => relative('.', name).split(/[\\/]test[\\/]/)[0]
  const byFolder = Map.groupBy(testResults, ({ name }) => folderOf(name))
  return [...byFolder].map(([folder, files]) => {
    const seconds = files.reduce((sum, file) => sum + file.endTime - file.startTime, 0) / 1000
    const count = files.reduce((sum, file) => sum + file.assertionResults.length, 0)
    return { folder, seconds, count }
  })
}

const tests = await readFile(report, 'utf8')
  .then(JSON.parse)
  .catch(() => undefined)
if (tests === undefined || tests.numTotalTests === 0) {
  console.log('No test was run.')
  failed += 1
} else {
  for (const { folder, seconds, count } of suites(tests.testResults))
    console.log(
      `    ${seconds.toFixed(1).padStart(6)} s  ${String(count).padStart(5)} tests  ${folder}`,
    )
  passed += tests.numPassedTests
  failed += tests.numFailedTests
  if (!tests.success && tests.numFailedTests === 0) failed += 1
}
console.log(`All in ${((performance.now() - began) / 1000).toFixed(0)} s.`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

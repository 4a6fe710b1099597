import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withFolder } from './temp-folder.ts'

/** How one test went, and what it is part of. */
export interface Ran {
  readonly group: string
  readonly title: string
  readonly passed: boolean
  readonly told: string
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Variables by which a runner tells its own workers who they are: these runs are not such. */
const isOfRunner = (name: string): boolean => /^(VITEST|NODE_TEST|NODE_OPTIONS)/.test(name)

const run = (args: ReadonlyArray<string>): Promise<string> =>
  new Promise((resolve, reject) => {
    const known = Object.entries(process.env).filter(([name]) => !isOfRunner(name))
    // Tests that take long are short without it.
    const env = { ...Object.fromEntries(known), FULL: '1' }
    const child = spawn(process.execPath, args, { cwd: here('../../..'), env })
    const chunks: Array<Buffer> = []
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', () => {
      resolve(Buffer.concat(chunks).toString('utf8'))
    })
  })

interface VitestReport {
  readonly testResults: ReadonlyArray<{
    readonly assertionResults: ReadonlyArray<{
      readonly ancestorTitles: ReadonlyArray<string>
      readonly title: string
      readonly status: string
      readonly failureMessages?: ReadonlyArray<string>
    }>
  }>
}

const suites = ['store', 'disk', 'file', 'policy', 'history'].map((name) =>
  here(`../test/${name}.test.ts`),
)

/** Runs the suite under vitest. */
export const vitestTests = (): Promise<ReadonlyArray<Ran>> =>
  withFolder(async (folder) => {
    const report = join(folder, 'report.json')
    const vitest = fileURLToPath(new URL('vitest.mjs', import.meta.resolve('vitest/package.json')))
    const said = await run([vitest, 'run', ...suites, '--reporter=json', `--outputFile=${report}`])
    const text = await readFile(report, 'utf8').catch(() => {
      throw new Error(`vitest did not run:\n${said}`)
    })
    return (JSON.parse(text) as VitestReport).testResults.flatMap(({ assertionResults }) =>
      assertionResults.map(({ ancestorTitles, title, status, failureMessages = [] }) => ({
        group: ancestorTitles.join(' '),
        title,
        passed: status === 'passed',
        told: failureMessages.join('\n'),
      })),
    )
  })

/** Runs the laws of the store under node:test: how many were kept, and what it said if not all. */
export const nodeTests = async (): Promise<Ran> => {
  const said = await run(['--test', '--test-reporter=tap', here('../test/store.node.ts')])
  const count = (what: string): number =>
    Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(said)?.[1])
  const [passed, failed] = [count('pass'), count('fail')]
  const title = `${String(passed)} tests`
  return { group: 'node:test', title, passed: passed > 0 && failed === 0, told: said }
}

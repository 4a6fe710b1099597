import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { faults } from '../src/broken-twin.ts'
import { tell } from '../src/tell.ts'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

describe('the command line', () => {
  const run = (...args: ReadonlyArray<string>) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [main, ...args], {
      encoding: 'utf8',
    })
    return { stdout, stderr, status }
  }

  test.each(['--help', '-h'])('%s says what it does, and runs nothing', (flag) => {
    const { stdout, stderr, status } = run(flag)
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
    expect(stdout).toMatch(/^Usage: npx -y pnpm@10 property-suite\n\n.*test-your-adapter\.md\n/s)
    expect(stdout).not.toContain('Running')
  })

  test.each(['--verbose', 'store'])('%s is refused, and nothing runs', (odd) => {
    const { stdout, stderr, status } = run(odd)
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 })
    expect(stderr).toMatch(new RegExp(`“${odd}”.*--help`))
  })
})

/** In short its parts run here by themselves. */
const isFull = process.env['FULL'] === '1'

test.runIf(isFull)('the command runs all of it, under both runners, and says what holds', () => {
  const { stdout, status } = spawnSync(process.execPath, [main], { encoding: 'utf8' })
  expect(stdout).toMatch(/^A store of JSON lines: (\d\d) of \1 hold$/m)
  expect(stdout).toMatch(/^A matching policy of one's own: (\d+) of \1 hold$/m)
  expect(stdout).toMatch(/^A history of one's own: 3 of 3 hold$/m)
  expect(stdout).toMatch(/under node:test: (4\d|5\d) tests hold as well\.$/m)
  for (const { fault, law } of faults) expect(stdout).toContain(`✓ ${fault}: “${law}” is broken\n`)
  expect(status).toBe(0)
})

test('what does not hold is told, and the command fails', () => {
  const broken = { group: 'A store', title: 'a law', passed: false, told: 'expected 1' }
  const kept = { group: 'node:test', title: '49 tests', passed: true, told: '' }
  const { sentences, areKept } = tell([broken, { ...broken, passed: true }], kept)
  expect(areKept).toBe(false)
  expect(sentences.slice(0, 3)).toEqual(['A store: 1 of 2 hold', '  ✗ a law', '      expected 1'])
  expect(tell([kept], { ...kept, passed: false, told: 'no' }).areKept).toBe(false)
  expect(tell([], kept).areKept).toBe(false)
})

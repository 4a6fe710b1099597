import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import type { TestSpecification } from 'vitest/node'
import { chunksOf } from '../chunks.js'
import { judge, readJudged } from '../judge.js'
import { mutantsOf } from '../mutants.js'
import { help, optionsOf } from '../options.js'
import { scoreOf, summaryOf } from '../summary.js'

const folder = mkdtempSync(join(tmpdir(), 'mutate-'))
afterAll(() => rmSync(folder, { recursive: true }))

const fileWith = (content: unknown) => {
  const path = join(folder, 'some.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}

const source = 'const a = 1\nconst old = age >\n  60\nconst b = !a\n'
const report = fileWith({
  files: {
    'src/a.ts': {
      source,
      mutants: [
        {
          location: { start: { line: 2, column: 13 }, end: { line: 3, column: 5 } },
          replacement: 'true',
          status: 'Survived',
        },
        {
          location: { start: { line: 4, column: 11 }, end: { line: 4, column: 13 } },
          replacement: 'a',
          status: 'NoCoverage',
        },
        {
          location: { start: { line: 4, column: 11 }, end: { line: 4, column: 13 } },
          replacement: '',
          status: 'Killed',
        },
        {
          location: { start: { line: 1, column: 1 }, end: { line: 1, column: 3 } },
          replacement: '',
          status: 'Ignored',
        },
      ],
    },
  },
})
const mutants = mutantsOf(report)
const lived = { file: 'src/a.ts', line: 'const old = age >', was: 'age > 60', is: 'true' }
const gone = { ...lived, is: 'false', why: 'Nobody asks.' }

describe('a call', () => {
  it.each(['core', 'packages/core', './packages/core/', 'packages/core/src'])(
    'takes %s for all of the core',
    (given) => {
      const options = optionsOf([given, '--minutes', '5', '--concurrency', '1'])
      expect(options).toMatchObject({ owner: 'core', folder: 'packages/core/src', minutes: 5 })
    },
  )

  it.each([
    [[], 'FOLDER is missing.'],
    [['nowhere'], 'Packages: audit'],
    [['../core'], 'Packages: audit'],
    [['packages/core/test'], 'Only what lies in packages/core/src'],
    [['packages/core/src/nowhere'], "There is no folder 'packages/core/src/nowhere'"],
    [['packages/core/src/index.ts'], 'Give a folder, not a file.'],
    [['bench'], 'packages/bench has no tests'],
    [['core', 'runtime'], 'One FOLDER at a time, and there were 2.'],
    [['core', '--minutes', '0'], "--minutes is a whole number from 1 to 1440, and was '0'."],
    [['core', '--concurrency', '1.5'], '--concurrency is a whole number'],
    [['core', '--fast'], "Unknown option '--fast'"],
  ])('%j is told what is wrong', (args, told) => {
    expect(optionsOf(args)).toEqual({ wrong: expect.stringContaining(told) })
  })

  it('leaves out what is made at loading only where that is said', () => {
    expect(optionsOf(['core'])).toMatchObject({ skipStatic: false })
    expect(optionsOf(['core', '--skip-static'])).toMatchObject({ skipStatic: true })
  })

  it('for help gets every option', () => {
    expect(optionsOf(['--help'])).toEqual({ help })
    for (const name of ['minutes', 'concurrency', 'runs', 'skip-static', 'afresh', 'report'])
      expect(help).toContain(`  --${name} `)
  })
})

describe('chunks', () => {
  const all = chunksOf({ owner: 'core', folder: 'packages/core/src', runs: 20, skipStatic: false })

  it('of a folder are those of the package that lie in it', () => {
    const some = chunksOf({
      owner: 'core',
      folder: 'packages/core/src/matching',
      runs: 20,
      skipStatic: false,
    })
    expect(some.length).toBeGreaterThan(1)
    const filesOf = (chunks: typeof all) => chunks.map(({ files }) => files)
    expect(filesOf(all)).toEqual(expect.arrayContaining(filesOf(some)))
  })

  it('hold every file once', () => {
    const files = all.flatMap((chunk) => chunk.files)
    expect(new Set(files).size).toBe(files.length)
    expect(files).toContain('packages/core/src/cohort/command/enrol.ts')
  })

  it('are to be run again with another number of cases, or with what was left out', () => {
    const of = (runs: number, skipStatic = false) =>
      chunksOf({ owner: 'core', folder: 'packages/core/src/stored', runs, skipStatic }).map(
        ({ state }) => state(),
      )
    expect(of(20)).toEqual(of(20))
    for (const [i, state] of of(21).entries()) expect(state).not.toBe(of(20)[i])
    for (const [i, state] of of(20, true).entries()) expect(state).not.toBe(of(20)[i])
  })
})

it('The tests of a mutant are asked from the nearest on', async () => {
  vi.stubEnv('MUTATE_FOLDER', 'packages/core/src/cohort/state')
  const { NearFirst } = await import('../near-first.js')
  const files = [
    'packages/matching/test/policy/limits.test.ts',
    'packages/core/test/values/text.test.ts',
    'packages/core/test/cohort/command/erased.test.ts',
    'packages/core/test/cohort/authority.test.ts',
  ].map((file) => ({ moduleId: resolve(file) }) as TestSpecification)
  const sorted = await NearFirst.prototype.sort([...files])
  expect(sorted).toEqual([files[2], files[3], files[1], files[0]])
  vi.unstubAllEnvs()
})

describe('survivors', () => {
  it('are told by what was turned into what', () => {
    expect(mutants[0]).toMatchObject({ ...lived, at: 2 })
    expect(judge(mutants, []).survivors).toHaveLength(2)
  })

  it('that somebody judged are not asked for any more, and what no survivor needs is told', () => {
    const { survivors, accepted, stale } = judge(mutants, [{ ...lived, why: 'It may.' }, gone])
    expect(survivors.map(({ at }) => at)).toEqual([4])
    expect(accepted.map(({ at }) => at)).toEqual([2])
    expect(stale).toEqual([gone])
    expect(judge(mutants, [{ ...gone, file: 'src/elsewhere.ts' }]).stale).toEqual([])
  })

  it('lower the score, and those that were ignored do not', () => {
    expect(scoreOf(mutants)).toBeCloseTo(100 / 3)
    expect(scoreOf(mutants, 1)).toBe(50)
  })

  it('stand in the summary with their lines', () => {
    const open = [{ name: 'cohort/decide' }]
    const summary = summaryOf({ folder: 'src', mutants, open, ...judge(mutants, [gone]) })
    expect(summary).toContain('| src/a.ts | 3 | 33.3 | 33.3 | 2 | 0 |')
    expect(summary).toContain('- src/a.ts:2 `age > 60` → `true`\n')
    expect(summary).toContain('- src/a.ts:4 `!a` → `a` (no test runs it)\n')
    expect(summary).toContain('- src/a.ts: `age > 60` → `false` in `const old = age >`\n')
    expect(summary).toContain('- cohort/decide\n')
  })
})

it('A judgement without a reason is none', () => {
  expect(() => readJudged(fileWith([{ ...gone, why: ' ' }]))).toThrow('entry 1 needs a reason')
  expect(() => readJudged(fileWith([gone, { ...gone, is: 1 }]))).toThrow('entry 2 needs is')
  expect(readJudged()).toEqual(expect.any(Array))
})

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { command } from '../src/command.ts'

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

interface Said {
  readonly stdout: string
  readonly stderr: string
  readonly status: number | null
}

const inProcess = (...asked: ReadonlyArray<string>): Promise<Said> => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [file('../src/main.ts'), ...asked],
    { encoding: 'utf8' },
  )
  return Promise.resolve({ stdout, stderr, status })
}

const here = (...asked: ReadonlyArray<string>): Promise<Said> =>
  command(asked).then(
    (lines) => ({ stdout: lines.map((line) => `${line}\n`).join(''), stderr: '', status: 0 }),
    (problem: unknown) => ({ stdout: '', stderr: `${(problem as Error).message}\n`, status: 2 }),
  )

/** Each in a process of its own; in short in this one. */
const run = process.env['FULL'] === '1' ? inProcess : here

const written = (name: string, text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'policy-')), name)
  writeFileSync(path, text)
  return path
}

/** A policy that tells in a score how many people it may read. */
const reading = `
  export const policy = {
    id: 'reads', version: '1', claims: {},
    reads: [{ rule: 'women-first', attributes: ['gender'] }],
    propose: (pool) => {
      const seen = Object.values(pool.identity?.['women-first'] ?? {}).map(({ gender }) => gender)
      throw new Error(seen.sort().join(' ') + ' ' + JSON.stringify(pool).includes('First'))
    },
  }`

const people = [
  'id,name,grade,role,manager,Topics offered,Topics sought,Gender,Class,Skills,Agrees to identity matching',
  '9,Boss,14,,,,,,,,',
  '1,Ada,1,junior,9,AI,,Woman,First,"SQL; Excel",yes',
  '2,Ben,2,junior,9,AI,,man,First,Writing,no',
  '3,Cleo,8,senior,9,,AI,Woman,First,"excel, Writing",',
].join('\n')

describe('columns of one’s own', () => {
  const roster = ['--roster', written('people.csv', people)]
  const reads = ['--policy', written('reads.mjs', reading), '--identity', 'gender=Gender']

  test.each([
    ['of everybody on a legal basis', 'Positive action', 'man woman woman false'],
    ['of who agreed, with their consent', 'consent', 'woman false'],
  ])('identity is read %s', async (_, basis, seen) => {
    const { stderr } = await run(...roster, ...reads, '--legal-basis', basis)
    expect(stderr).toContain(`\nError: ${seen}\n`)
  })

  const skills = ['--attribute', 'skills=Skills', '--use', 'skills=share:10']
  const gender = ['--identity', 'gender=Gender', '--legal-basis', 'law', '--use']

  test('count for what was said', async () => {
    const { stdout } = await run(...roster, '--policy', 'optimal', ...skills, '--explain', 'cleo')
    expect(stdout).toMatch(/^(Ada|Ben) and Cleo .* shared skills/m)
  })

  test('of identity decide, and are told to nobody, in a comparison either', async () => {
    const asked = [...roster, '--policy', 'optimal', ...gender]
    const { stdout: alone } = await run(...asked, 'gender=woman/woman:90')
    expect(alone).toContain('Ada and Cleo are proposed')
    expect(alone).not.toMatch(/gender|pattern|woman/i)
    const longest = fileURLToPath(new URL('../src/longest-wait.ts', import.meta.url))
    const { stdout } = await run(...asked, 'gender=man/woman:90', '--compare', longest)
    expect(stdout).toMatch(/optimal pairs Ben and Cleo/)
    expect(stdout).not.toMatch(/gender|pattern|woman/i)
  })
})

/** A module that can import what the example can. */
const besideModules = (name: string, text: string): string => {
  const module = written(name, text)
  symlinkSync(file('../node_modules'), join(dirname(module), 'node_modules'), 'junction')
  return module
}

/** A module like that of the longest wait, but for some words. */
const longestWaitBut = (words: string, others: string): string =>
  besideModules(
    'mine.ts',
    readFileSync(file('../src/longest-wait.ts'), 'utf8').replace(words, others),
  )

describe('the command', () => {
  test('is one of a process', async () => {
    const asked = ['--explain', 'ferreira']
    expect(await inProcess(...asked)).toEqual(await here(...asked))
    const wrong = ['--explain', 'zzz']
    expect(await inProcess(...wrong)).toEqual(await here(...wrong))
  })

  test('says of everybody why they have a pair, or why not, and the same again', async () => {
    const { stdout, status } = await run()
    expect(status).toBe(0)
    expect(stdout).toMatch(/are proposed to each other; for this spoke shared topics\./)
    expect(stdout).toMatch(/The places of .* serve others better\./)
    expect((await run()).stdout).toBe(stdout)
  })

  test('explains one person under a policy of rules and scores', async () => {
    const { stdout } = await run('--policy', file('../src/far-apart.ts'), '--explain', 'ferreira')
    const lines = stdout.trim().split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/Ana Lúcia Ferreira .*for this spoke .*languages meet/)
  })

  test('compares two policies', async () => {
    const { stdout } = await run('--compare', 'optimal')
    expect(stdout).toMatch(/^longest-wait makes \d+ pairs and optimal \d+; \d+ are the same\.$/m)
    expect(stdout).toMatch(
      /longest-wait pairs .*; to the other, other pairs serve the cohort better/,
    )
  })

  test('says which policy ran, and what it claims', async () => {
    const claimOf = async (...asked: ReadonlyArray<string>) =>
      (await run(...asked, '--explain', 'ferreira')).stdout.split('\n')[0]
    expect(await claimOf()).toBe(
      'Policy longest-wait, version 1: it claims nothing of its results.',
    )
    expect(await claimOf('--policy', 'optimal')).toBe(
      'Policy optimal, version 4: it claims that its results are optimal (participation-first).',
    )
    expect(await claimOf('--policy', longestWaitBut('claims: {},', ''))).toBe(
      'Policy longest-wait, version 1: it does not say what it claims; “claims: {}” says that it claims nothing.',
    )
  })

  test('notes a limit that is about nobody in the roster', async () => {
    const limiting = `
      import { Criteria, Limit, Policy } from '@reverse-mentoring/matching'
      const group = { of: 'mentee', where: { region: 'Nowhere' } }
      const criteria = Criteria.of(Limit.atMost({ code: 'few-nowhere', ...group, pairs: 1 }))
      export const policy = Policy.optimal({ criteria, objective: 'score-first' })`
    const { stdout } = await run('--policy', besideModules('limiting.mjs', limiting))
    expect(stdout).toMatch(/^Note: No mentee in this run belongs to the group of “few-nowhere”/m)
  })

  test('tells two policies of one id apart, by what was asked for', async () => {
    const mine = longestWaitBut("'longest-wait'", "'optimal'")
    const { stdout } = await run('--policy', mine, '--compare', 'optimal')
    const lines = stdout.split('\n')
    expect(lines[0]).toBe('Policy optimal (mine.ts), version 1: it claims nothing of its results.')
    expect(lines[1]).toMatch(/^Policy optimal, version 4: /)
    expect(lines[2]).toMatch(/^optimal \(mine\.ts\) makes \d+ pairs and optimal \d+;/)
    const same = (await run('--policy', 'optimal', '--compare', 'optimal')).stdout
    expect(same).toMatch(/^optimal \(the first\) makes (\d+) pairs and optimal \(the second\) \1/m)
  })

  test.each([
    ['an unknown person', ['--explain', 'zzz'], /Nobody in the roster has “zzz”/],
    ['a missing roster', ['--roster', 'missing.csv'], /no file missing\.csv/],
    ['a missing policy', ['--policy', 'missing.ts'], /no file missing\.ts/],
    [
      'a module without a policy',
      ['--policy', written('none.mjs', 'export const x = 1')],
      /exports no MatchingPolicy/,
    ],
    [
      'rules that cannot be recorded',
      [
        '--policy',
        written(
          'odd.mjs',
          `export const policy = { id: "x", version: "1", propose: () => 0 }; export const rules = [{ code: "No Code" }]`,
        ),
      ],
      /“rules” that no cohort can record/,
    ],
    [
      'a policy that throws, and where: this is for who writes it',
      [
        '--policy',
        written(
          'bad.mjs',
          'export const policy = { id: "x", version: "1", claims: {}, propose: () => { throw new Error("oh") } }',
        ),
      ],
      /The policy failed: the policy threw \(Error\)\.\nError: oh\n +at .*bad\.mjs:1:\d+/,
    ],
    [
      'a policy that reads identity that nobody gave',
      ['--policy', written('reads.mjs', reading)],
      /reads gender in “women-first”: .*--identity gender=/,
    ],
    [
      'a roster with a wrong row',
      ['--roster', written('people.csv', 'id,name,grade,role,manager\n1,Ada,x,junior,\n')],
      /line 2, grade: /,
    ],
  ])('says what is wrong: %s', async (_, asked, told) => {
    const { stderr, stdout, status } = await run(...asked)
    expect(stderr).toMatch(told)
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 })
  })

  test.each([
    ['an unknown option', ['--polcy', 'x'], /Did you mean --policy/],
    [
      'a module that cannot be read, and where',
      ['--policy', written('odd.ts', 'export const policy = {\n  id: 1,,\n}')],
      /cannot be loaded: .*odd\.ts:2/,
    ],
  ])('says by itself what is wrong: %s', async (_, asked, told) => {
    const { stderr, stdout, status } = await inProcess(...asked)
    expect(stderr).toMatch(told)
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 })
  })
})

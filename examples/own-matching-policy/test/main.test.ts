import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const run = (...asked: ReadonlyArray<string>) => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [file('../src/main.ts'), ...asked],
    { encoding: 'utf8' },
  )
  return { stdout, stderr, status }
}

const written = (name: string, text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'policy-')), name)
  writeFileSync(path, text)
  return path
}

describe('the command', () => {
  test('says of everybody why they have a pair, or why not, and the same again', () => {
    const { stdout, status } = run()
    expect(status).toBe(0)
    expect(stdout).toMatch(/are proposed to each other; for this spoke shared topics\./)
    expect(stdout).toMatch(/The places of .* serve others better\./)
    expect(run().stdout).toBe(stdout)
  })

  test('explains one person under a policy of rules and scores', () => {
    const { stdout } = run('--policy', file('../src/far-apart.ts'), '--explain', 'ferreira')
    const lines = stdout.trim().split('\n')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/Ana Lúcia Ferreira .*for this spoke .*languages meet/)
  })

  test('compares two policies', () => {
    const { stdout } = run('--compare', 'optimal')
    expect(stdout).toMatch(/^longest-wait makes \d+ pairs and optimal \d+; \d+ are the same\./)
    expect(stdout).toMatch(
      /longest-wait pairs .*; to the other, other pairs serve the cohort better/,
    )
  })

  test.each([
    ['an unknown person', ['--explain', 'zzz'], /Nobody in the roster has “zzz”/],
    ['a missing roster', ['--roster', 'missing.csv'], /no file missing\.csv/],
    ['a missing policy', ['--policy', 'missing.ts'], /no file missing\.ts/],
    ['an unknown option', ['--polcy', 'x'], /Did you mean --policy/],
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
      'a policy that throws',
      [
        '--policy',
        written(
          'bad.mjs',
          'export const policy = { id: "x", version: "1", claims: {}, propose: () => { throw new Error("secret") } }',
        ),
      ],
      /The policy failed: the policy threw \(Error\)\./,
    ],
    [
      'a roster with a wrong row',
      ['--roster', written('people.csv', 'id,name,grade,role,manager\n1,Ada,x,junior,\n')],
      /line 2, grade: /,
    ],
  ])('says what is wrong: %s', (_, asked, told) => {
    const { stderr, stdout, status } = run(...asked)
    expect(stderr).toMatch(told)
    expect(stderr).not.toMatch(/secret|at file:/)
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 })
  })
})

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from './folder.ts'
import { run } from './run.ts'

const folder = temporaryFolder()

/** What a module in that folder imports. */
const matching = new URL('../../../packages/matching/src/index.ts', import.meta.url).href

describe('an own policy', () => {
  const asked = (name: string, version: string): ReadonlyArray<string> => {
    const file = join(folder, `${name}-${version}.mjs`)
    const lines = [
      `import { Criteria, Policy, Rule } from '${matching}'`,
      `const made = Policy.greedy({ criteria: Criteria.of(Rule.topicsMeet()), id: 'mine' })`,
      `export const policy = { ...made, version: '${version}' }`,
    ]
    writeFileSync(file, lines.join('\n'))
    return ['--policy', file, '--out', join(folder, name), '--until', '2026-01-25']
  }

  it('is taken from a module', async () => {
    const { exitCode, flat } = await run(...asked('mine', '1'))
    expect([exitCode, flat]).toEqual([0, expect.stringContaining('(policy mine 1)')])
  })

  it.each([
    ['EMEA', ['--dry-run']],
    ['EMEA', ['--until', '2026-01-25', '--out', join(folder, 'limited')]],
    ['Nowhere', ['--dry-run']],
  ])('whose limit is about nobody is told so, in %s by %j', async (region, how) => {
    const file = join(folder, `limited-${region}.mjs`)
    const lines = [
      `import { Criteria, Limit, Policy } from '${matching}'`,
      `const few = { of: 'mentee', where: { region: '${region}' }, pairs: 1 }`,
      `const criteria = Criteria.of(Limit.atMost({ code: 'few-there', ...few }), Limit.atMost({ code: 'no-more', ...few, of: 'mentor', where: { region: '?' } }))`,
      `export const policy = Policy.optimal({ criteria, objective: 'participation-first' })`,
    ]
    writeFileSync(file, lines.join('\n'))
    const { exitCode, flat } = await run('--policy', file, ...how)
    expect(exitCode).toBe(0)
    const note = (who: string, code: string) =>
      `Note: No ${who} in this run belongs to the group of “${code}”, so it keeps nothing: if one should, look how \`where\` is spelled.`
    expect(flat).toContain(note('mentor', 'no more'))
    expect(flat.includes(note('mentee', 'few there'))).toBe(region === 'Nowhere')
  })

  it('of another version does not go on with a run', async () => {
    const [, file = '', ...rest] = asked('changing', '1')
    expect((await run('--policy', file, ...rest)).exitCode).toBe(0)
    const settings = join(folder, 'changing', 'settings.json')
    const before = readFileSync(settings, 'utf8')
    writeFileSync(settings, before.replace('mine 1', 'mine 0'))
    const { exitCode, flat } = await run('--policy', file, ...rest)
    expect([exitCode, flat]).toEqual([
      2,
      expect.stringContaining('policy mine 0, and now it is mine 1'),
    ])
  })

  it('that is none, or does not load, is refused', async () => {
    for (const [content, said] of [
      ['export const policy = 4', 'exports no MatchingPolicy'],
      ['throw new Error("out of paper")', 'out of paper'],
    ] as const) {
      const file = join(folder, `none-${String(content.length)}.mjs`)
      writeFileSync(file, content)
      const { exitCode, flat } = await run('--policy', file, '--out', join(folder, 'none'))
      expect([exitCode, flat]).toEqual([2, expect.stringContaining(said)])
    }
    expect(existsSync(join(folder, 'none'))).toBe(false)
  })
})

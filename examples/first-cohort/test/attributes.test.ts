import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from './folder.ts'
import { historyIn, run } from './run.ts'

const folder = temporaryFolder()
const bundled = readFileSync(new URL('../roster.csv', import.meta.url), 'utf8')

/** The roster that comes with it, and columns that a programme of its own would have. */
const roster = (): string => {
  const [header = '', ...rows] = bundled.trim().split('\n')
  const more = rows.map((row, n) => {
    const skills = n % 3 === 0 ? '"SQL; Writing"' : n % 3 === 1 ? 'writing' : ''
    const gender = n % 2 === 0 ? 'Woman' : 'man'
    return `${row},${skills},${String(n % 5)},${gender},${n % 3 === 0 ? 'yes' : ''}`
  })
  const file = join(folder, 'people.csv')
  const headers = `${header},Main Skills,Pace,Gender,Agrees to identity matching`
  writeFileSync(file, [headers, ...more].join('\n'))
  return file
}

const skills = ['--attribute', 'skills=main skills', '--use', 'skills=share:10']
const gender = ['--identity', 'gender=Gender', '--use', 'gender=woman/man:90', '--legal-basis']

describe('columns of one’s own', () => {
  const asked = ['--roster', roster(), '--seed', '1', '--dry-run']

  it('count for what was said, and the draft says so', async () => {
    const pace = ['--attribute', 'pace=Pace', '--use', 'pace=apart:20']
    const draft = join(folder, 'draft.csv')
    const { exitCode } = await run(...asked, ...skills, ...pace, '--draft', draft)
    expect(exitCode).toBe(0)
    const pairs = readFileSync(draft, 'utf8')
    expect(pairs).toMatch(/shared-skills 10/)
    expect(pairs).toMatch(/pace-apart \d/)
    expect((await run(...asked, '--use', 'region=differ')).text).toMatch(/policy optimal/)
  })

  it('that count for nothing are told', async () => {
    const { flat } = await run(...asked, '--attribute', 'skills=Main Skills')
    expect(flat).toContain('Note: skills is read and counts for nothing')
  })

  it('of identity whose words nobody has are told', async () => {
    const odd = ['--identity', 'gender=Gender', '--use', 'gender=female/man:9']
    const { flat } = await run(...asked, ...odd, '--legal-basis', 'Positive action')
    expect(flat).toContain('nobody in the file is “female”; the column says man, woman.')
  })

  it('of identity change the draft, and are not in it', async () => {
    const [without, lawful, agreed] = [
      await run(...asked, '--names'),
      await run(...asked, '--names', ...gender, 'Positive action'),
      await run(...asked, '--names', ...gender, 'consent'),
    ]
    expect(new Set([without.text, lawful.text, agreed.text]).size).toBe(3)
    for (const { text } of [lawful, agreed]) {
      const draft = text.slice(text.indexOf('Draft 1'))
      expect(draft).not.toMatch(/gender|woman|pattern/i)
    }
  })

  it.each([
    [['--attribute', 'skills=Skils'], 'no column is called “Skils”'],
    [['--attribute', 'skills'], 'Write code="Header of the column"'],
    [['--attribute', 'Main Skills=x'], '“Main Skills” is no code'],
    [['--attribute', `${'x'.repeat(31)}=x`], 'is no code: write up to 30'],
    [['--attribute', 'skills:blob=x'], '“blob” is no kind of column'],
    [['--attribute', 'region=Region'], 'name its column as region'],
    [['--attribute', 'a=Pace', '--attribute', 'a=Pace'], 'Two columns are to be “a”'],
    [['--attribute', 'pace:number=Region'], 'cells are no whole numbers'],
    [['--attribute', 'pace:text=Pace', '--use', 'pace=apart:1'], 'differ a text, apart and close'],
    [['--attribute', 'pace=Region', '--use', 'pace=apart:1'], 'cells are no whole numbers'],
    [['--use', 'skils=share'], 'there is no attribute “skils”'],
    [['--use', 'region=same'], 'Write skills=share:10'],
    [['--use', 'region=differ:0'], 'Points are a whole number'],
    [['--use', 'pace=close'], 'counts by the step'],
    [['--attribute', 'sort=Gender'], 'about the person and not about the job'],
    [['--use', 'languages=differ'], 'languages is a list'],
    [['--use', 'region=emea/apac'], 'a pattern is for identity'],
    [['--use', 'region=differ', '--use', 'region=differ'], 'another --use says'],
    [['--identity', 'gender=Gender'], 'Say it with --legal-basis'],
    [['--identity', 'gender=Gender', '--legal-basis', '?'], 'name it in short'],
    [['--identity', 'gender=Gender', '--legal-basis', 'law'], 'Nothing reads gender'],
    [['--identity', 'gender:list=Gender', '--legal-basis', 'law'], 'is identity, and so a text'],
    [[...gender, 'law', '--use', 'gender=share:3'], 'identity counts by a pattern'],
    [['--legal-basis', 'law'], 'there is no --identity'],
    [['--policy', 'mine.ts', '--use', 'region=differ'], '--use is for optimal and greedy'],
  ])('%s is said in a sentence', async (wrong, said) => {
    const { exitCode, flat } = await run(...asked, ...wrong)
    expect([exitCode, flat]).toEqual([2, expect.stringContaining(said)])
  })
})

describe('a run with identity', () => {
  const asked = (basis: string) => ['--roster', roster(), '--seed', '1', ...gender, basis]
  const recorded = async (basis: string) => {
    const out = join(folder, basis.replace(' ', '-'))
    const { exitCode } = await run(...asked(basis), '--until', '2026-01-21', '--out', out)
    expect(exitCode).toBe(0)
    const history = await historyIn(out)
    const rules = (history[0]?.data['codes'] as { rules: ReadonlyArray<{ code: string }> }).rules
    const agreed = history.filter(({ data }) => data['purpose'] === 'identityMatching')
    return { out, history, agreed, rule: rules.find(({ code }) => code === 'gender-pattern') }
  }

  it('records why it is read, and who agreed, and nothing of identity itself', async () => {
    const lawful = await recorded('Positive action')
    const rule = { code: 'gender-pattern', disclosure: 'none', legalBasis: 'positive-action' }
    expect(lawful.rule).toEqual({ ...rule, attributes: ['gender'] })
    expect(JSON.stringify(lawful.history)).not.toMatch(/woman/i)
    const agreed = await recorded('consent')
    expect(agreed.rule).toEqual({ ...rule, legalBasis: 'consent' })
    expect(agreed.agreed.length).toBeGreaterThan(10)
    for (const { data } of agreed.agreed) expect(data['by']).toMatchObject({ role: 'participant' })
    expect(agreed.history.some(({ type }) => type === 'Matched')).toBe(true)
  })

  it('goes on with the same, and says what it was begun with', async () => {
    const { out } = await recorded('consent')
    const on = ['--until', '2026-01-23', '--out', out]
    expect((await run(...asked('consent'), ...on)).exitCode).toBe(0)
    const other = await run(...asked('law'), ...on)
    const begun = 'begun with --use gender=woman/man:90 --legal-basis consent'
    expect([other.exitCode, other.flat]).toEqual([2, expect.stringContaining(begun)])
    const none = await run('--roster', roster(), '--seed', '1', ...on)
    expect(none.flat).toContain('another roster, or other columns of it')
  })
})

describe('a policy that throws', () => {
  const policy = join(folder, 'throws.mjs')
  writeFileSync(
    policy,
    `export const policy = { id: 'mine', version: '1', claims: {}, propose: ({ mentors }) => {
      throw new RangeError('no ' + mentors[0].attributes.region)
    } }`,
  )

  it('is told with its message only where --trace asks for it', async () => {
    const asked = ['--policy', policy, '--dry-run']
    const told = await run(...asked)
    expect(told.exitCode).toBe(1)
    expect(told.text).toMatch(/the policy threw \(RangeError\)\.\nWith --trace it is told/)
    expect(told.text).not.toMatch(/EMEA|APAC|Americas|throws\.mjs/)
    expect((await run(...asked, '--trace')).text).toMatch(
      /RangeError: no (EMEA|APAC|Americas)\n +at .*throws\.mjs:2/,
    )
  })
})

import type { Matching, Port } from '@reverse-mentoring/core'
import { policyInWorker } from '@reverse-mentoring/matching/worker'
import * as E from 'fp-ts/lib/Either.js'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { codeOf, context, mentee, mentor, person, poolOf, seededPeople } from '../people.ts'
import optimal from './policy/optimal.ts'
import throwing from './policy/throws.ts'

const folder = mkdtempSync(join(tmpdir(), 'policy-in-worker-'))
afterAll(() => rmSync(folder, { recursive: true }))

const moduleOf = (name: string): URL => new URL(`policy/${name}.ts`, import.meta.url)

const opened = async (module: URL): Promise<Port.AsyncMatchingPolicy> => {
  const policy = await policyInWorker({ module })()
  return E.isRight(policy) ? policy.right : expect.fail(policy.left.problem)
}

const failed = (problem: unknown, more: object = {}) => ({
  _tag: 'Left',
  left: { _tag: 'PolicyFailure', problem, ...more },
})

describe('a policy in a worker', () => {
  test('says what the module’s own says, and finds what it finds', async () => {
    const policy = await opened(moduleOf('optimal'))
    const { id, version, claims, reads } = optimal
    expect(policy).toMatchObject({ id, version, claims, reads })
    const pool = seededPeople(3, 20)
    expect(await policy.propose(pool, context, {})).toEqual(optimal.propose(pool, context))
  })

  test('may await, and tells how far it is', async () => {
    const policy = await opened(moduleOf('awaits'))
    const told: Array<number> = []
    const onProgress = (done: number) => told.push(done)
    const pool = seededPeople(3, 20)
    expect(await policy.propose(pool, context, { onProgress })).toEqual(
      optimal.propose(pool, context),
    )
    expect(told).toEqual([0.25, 0.5])
  })

  test('sees what it reads and may, and its thread holds nothing else (INV39)', async () => {
    const policy = await opened(moduleOf('looks'))
    const rules = [{ code: codeOf('mine'), disclosure: 'none', legalBasis: codeOf('law') } as const]
    const identity = { mine: { [person(1)]: { gender: 'woman', faith: 'hidden' } } }
    const pool: Matching.ReadingPool = {
      ...poolOf([mentor(1)], [mentee(2)], { rules }),
      identity: { ...identity, other: { [person(1)]: { class: 'hidden' } } },
    }
    const answer = await policy.propose(pool, { ...context, development: true }, {})
    const seen = E.isLeft(answer) ? answer.left.problem : expect.fail('it looks only')
    expect(seen).toContain('woman')
    expect(seen).not.toContain('hidden')
    expect(JSON.parse(seen)).toMatchObject({ context: { ...context, development: true } })
  })
})

/** A policy that goes wrong as it is told to. */
const opening = policyInWorker({ module: moduleOf('misbehaves'), memory: 40 })()
const misbehaving = async (): Promise<Port.AsyncMatchingPolicy> => {
  const policy = await opening
  return E.isRight(policy) ? policy.right : expect.fail(policy.left.problem)
}

describe('a run that is stopped', () => {
  const spinning = (name: string) => {
    const file = join(folder, name)
    writeFileSync(file, '')
    return { file, pool: poolOf([mentor(1, { attributes: { how: 'spins', file } })], [mentee(2)]) }
  }
  const sizeOf = (file: string): number => statSync(file).size
  const grows = async (file: string): Promise<void> => {
    const before = sizeOf(file)
    for (let tries = 0; tries < 500 && sizeOf(file) === before; tries += 1) await setTimeout(10)
    expect(sizeOf(file)).toBeGreaterThan(before)
  }
  const isStill = async (file: string): Promise<void> => {
    let before = -1
    for (let tries = 0; tries < 50 && sizeOf(file) !== before; tries += 1) {
      before = sizeOf(file)
      await setTimeout(20)
    }
    expect(sizeOf(file)).toBe(before)
  }

  test('is answered at once, and its thread ends, though it never looks', async () => {
    const { file, pool } = spinning('signal')
    const stop = new AbortController()
    const policy = await misbehaving()
    const run = policy.propose(pool, context, { signal: stop.signal })
    await grows(file)
    stop.abort()
    expect(await run).toEqual(failed('stopped'))
    await isStill(file)
  })

  test('is not begun where the signal was given before', async () => {
    const { file, pool } = spinning('before')
    const policy = await misbehaving()
    const run = policy.propose(pool, context, { signal: AbortSignal.abort() })
    expect(await run).toEqual(failed('stopped'))
    expect(sizeOf(file)).toBe(0)
  })

  test('has failed at its deadline, and its thread ends', async () => {
    const { file, pool } = spinning('deadline')
    const policy = await policyInWorker({ module: moduleOf('misbehaves'), deadline: 1_000 })()
    // A busy machine may not load it by then, and tells so in the same words.
    const answer = E.isRight(policy) ? await policy.right.propose(pool, context, {}) : policy
    expect(answer).toEqual(
      failed('the policy gave no answer within 1000 ms', { kind: 'unavailable' }),
    )
    await isStill(file)
  })
})

describe('a thread that dies', () => {
  const going = async (how: unknown, more: Partial<Port.MatchingContext> = {}) => {
    const policy = await misbehaving()
    const pool = poolOf([mentor(1, { attributes: { how: how as string } })], [mentee(2)])
    return policy.propose(pool, { ...context, ...more }, {})
  }
  const [broken, gone] = [{ kind: 'broken' }, { kind: 'unavailable' }]
  const ended = 'the thread of the policy ended without an answer'
  const threw = 'the module of the policy, or its thread, threw (RangeError)'
  test.each([
    ['exits', ended, gone],
    ['throws later', threw, broken],
    ['never answers', ended, gone],
    ['fills its memory', 'the thread of the policy ran out of memory', gone],
    [
      'answers with what cannot cross',
      expect.stringMatching(/threw \((DataCloneError|Error)\)/),
      broken,
    ],
  ])('is a policy that failed: it %s', async (how, problem, kind) => {
    expect(await going(how)).toEqual(failed(problem, kind))
  })

  test('is told with its trace in development', async () => {
    const thrown = expect.stringMatching(/^RangeError: Alice\n.*misbehaves\.ts/s) as string
    expect(await going('throws later', { development: true })).toEqual(
      failed(threw, { ...broken, thrown }),
    )
  })

  test('what the module says by itself is no answer', async () => {
    expect(await going('says what is no answer')).toMatchObject({ right: { pairs: [] } })
  })

  test('a pool that cannot cross fails the run', async () => {
    expect(await going(() => 1)).toMatchObject(failed(expect.stringContaining('threw')))
  })
})

describe('a rule or score that throws in a thread', () => {
  const opening = opened(moduleOf('throws'))
  const pool = (throws: string) =>
    poolOf([mentor(1), mentor(2, { attributes: { throws } })], [mentee(3)])
  const pair = { mentor: person(2), mentee: person(3) }

  test.each(['rule', 'score'])(
    'is told as without one, and no more in production: %s',
    async (where) => {
      const policy = await opening
      const told = failed('threw (RangeError)', { kind: 'broken', rule: `my-${where}`, pair })
      for (const more of [{}, { development: false }]) {
        const answer = await policy.propose(pool(where), { ...context, ...more }, {})
        expect(answer).toEqual(told)
        expect(answer).toEqual(throwing.propose(pool(where), { ...context, ...more }))
      }
    },
  )

  test.each(['rule', 'score'])('tells in development where it threw: %s', async (where) => {
    const policy = await opening
    const development = { ...context, development: true }
    const [there, here] = [
      await policy.propose(pool(where), development, {}),
      throwing.propose(pool(where), development),
    ]
    const problems = [there, here].map((answer) =>
      E.isLeft(answer) ? answer.left : expect.fail('it did not throw'),
    )
    for (const { thrown, ...told } of problems) {
      expect(thrown).toMatch(/^RangeError: Alice\n.*throws\.ts:\d+:\d+/)
      expect(told).toEqual({
        ...failed('threw (RangeError)').left,
        kind: 'broken',
        rule: `my-${where}`,
        pair,
      })
    }
    const lines = problems.map(({ thrown = '' }) => /throws\.ts:\d+/.exec(thrown)?.[0])
    expect(lines[0]).toBe(lines[1])
  })

  test('leaves no thread behind', async () => {
    const policy = await opening
    const threads = () =>
      process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length
    // Those of earlier runs may be just about to end.
    let before = -1
    while (threads() !== before) {
      before = threads()
      await setTimeout(50)
    }
    for (const where of ['rule', 'score']) await policy.propose(pool(where), context, {})
    for (let tries = 0; tries < 500 && threads() > before; tries += 1) await setTimeout(10)
    expect(threads()).toBeLessThanOrEqual(before)
  })
})

describe('a module', () => {
  const data = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`)

  test.each([
    ['is not there', moduleOf('nowhere'), /threw \(Error\)/, /Cannot find module/],
    ['holds no policy', new URL('../people.ts', import.meta.url), /exports no policy/, undefined],
  ])('that %s is no policy', async (_how, module, problem, thrown) => {
    const answer = await policyInWorker({ module })()
    expect(answer).toMatchObject(failed(expect.stringMatching(problem)))
    const text = E.isLeft(answer) ? answer.left.thrown : undefined
    if (thrown === undefined) expect(text).toBeUndefined()
    else expect(text).toMatch(thrown)
  })

  test('that loads for ever is no policy', async () => {
    const module = data('for(;;);')
    const answer = await policyInWorker({ module, deadline: 300 })()
    expect(answer).toEqual(
      failed('the policy gave no answer within 300 ms', { kind: 'unavailable' }),
    )
  })

  test.each([
    [{ module: 'mine.ts' }, 'module'],
    [{ deadline: 0.5 }, 'deadline'],
    [{ memory: 0 }, 'memory'],
  ])('is not opened with %j', async (wrong, named) => {
    const answer = await policyInWorker({ module: moduleOf('optimal'), ...wrong } as never)()
    expect(answer).toMatchObject(failed(expect.stringContaining(`\`${named}\``)))
  })

  test('that was changed since does not run under its old name', async () => {
    const file = join(folder, 'changing.mjs')
    const write = (version: string) =>
      writeFileSync(
        file,
        `export const policy = { id: 'mine', version: '${version}', claims: {}, propose: () => 1 }`,
      )
    write('1')
    const policy = await opened(pathToFileURL(file))
    write('2')
    expect(await policy.propose(poolOf([], []), context, {})).toEqual(
      failed('the module holds another policy than when it was opened'),
    )
  })

  test('runs in a program that was handed to Node as a text', () => {
    const code = `
      import { policyInWorker } from '@reverse-mentoring/matching/worker'
      const policy = await policyInWorker({ module: new URL(process.argv[1]) })()
      process.stdout.write(policy._tag)`
    const args = ['--no-warnings', '--input-type=module', '--eval', code, moduleOf('optimal').href]
    const { stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: import.meta.dirname,
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(stdout).toBe('Right')
  })

  test('runs beside a flag of Node that is not for threads', () => {
    const file = join(import.meta.dirname, 'policy', 'in-program.ts')
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--no-warnings', '--max-old-space-size=200', file],
      {
        encoding: 'utf8',
      },
    )
    expect(stderr).toBe('')
    expect(stdout).toBe('Right')
  })
})

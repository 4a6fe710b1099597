import { policyInWorker } from '@reverse-mentoring/matching/worker'
import { promise, systemSources } from '@reverse-mentoring/runtime'
import { memoryDirectory } from '@reverse-mentoring/storage-memory'
import * as E from 'fp-ts/lib/Either.js'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { policy as atOnce } from '../child/patient-policy.ts'
import { at, cohort, enrol, got, participant } from '../scene.ts'
import { peopled } from './scene.ts'

const folder = mkdtempSync(join(tmpdir(), 'draft-in-worker-'))
afterAll(() => rmSync(folder, { recursive: true }))

const module = new URL('../child/patient-policy.ts', import.meta.url)
const asked = { cohort, seed: 7, asOf: at(3) }

/** An engine with a policy in a worker that works until it is let go, and whether its thread still does. */
const scene = async (name: string) => {
  const directory = memoryDirectory()
  const engine = await peopled({ directory })
  const [until, marks] = [join(folder, `${name}-until`), join(folder, `${name}-marks`)]
  writeFileSync(marks, '')
  const patient = {
    participant: participant(1),
    ...{ name: 'A name', attributes: { until, marks }, identity: {} },
  }
  await directory.putPeople([patient])()
  const policy = await promise(policyInWorker({ module }))
  const isStill = async (): Promise<boolean> => {
    for (let tries = 0; tries < 100; tries += 1) {
      const { size } = statSync(marks)
      await systemSources.pause(20)()
      if (statSync(marks).size === size) return true
    }
    return false
  }
  return { engine, policy, isStill, letGo: () => writeFileSync(until, '') }
}

describe('a draft of a policy in a worker', () => {
  it('leaves the engine free for other work, tells how far it is, and is what the policy gives at once', async () => {
    const { engine, policy, letGo } = await scene('free')
    const told: Array<number> = []
    let begun: () => void = () => undefined
    const beginning = new Promise<void>((done) => (begun = done))
    const onProgress = (done: number): void => {
      told.push(done)
      begun()
    }
    let isDrafted = false
    const drafting = engine.draft({ ...asked, policy, onProgress })()
    void drafting.finally(() => (isDrafted = true))
    await beginning
    // The policy works until the engine has handled this: were it not free, neither would ever end.
    for (const n of [5, 6, 7, 8]) got(await engine.handle(enrol(n))())
    expect(isDrafted).toBe(false)
    letGo()
    const draft = got(await drafting)
    expect(draft.pairs).toHaveLength(2)
    expect(told.every((done, i) => done >= 0 && done < 1 && done > (told[i - 1] ?? -1))).toBe(true)
    const again = got(await engine.draft({ ...asked, policy: atOnce })())
    const afresh = got(await engine.draft({ ...asked, policy })())
    expect(again.pairs).toHaveLength(4)
    expect({ ...afresh, basedOn: '' }).toEqual({ ...again, basedOn: '' })
  })

  it('ends with its thread when the signal is given, at its deadline, and when the engine is closed', async () => {
    const { engine, policy, isStill } = await scene('ends')
    const begun = (more: object): Promise<() => Promise<unknown>> =>
      new Promise((done) => {
        const drafting = engine.draft({
          ...asked,
          policy,
          onProgress: () => done(() => drafting),
          ...more,
        })()
      })
    const stop = new AbortController()
    const stopped = await begun({ signal: stop.signal })
    stop.abort()
    expect(await stopped()).toEqual(E.left({ _tag: 'Cancelled' }))
    expect(await isStill()).toBe(true)
    expect(await engine.draft({ ...asked, policy, deadline: 700 })()).toEqual(
      E.left({
        _tag: 'PolicyFailure',
        kind: 'unavailable',
        problem: 'the policy gave no answer within 700 ms',
      }),
    )
    expect(await isStill()).toBe(true)
    const cut = await begun({})
    await engine.close()
    expect(await cut()).toMatchObject({ left: { _tag: 'Unavailable' } })
    expect(await isStill()).toBe(true)
  })
})

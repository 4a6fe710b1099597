import { Values } from '@reverse-mentoring/core'
import {
  memoryDirectory,
  memoryEventStore,
  memoryViewStore,
} from '@reverse-mentoring/storage-memory'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { now, openEngine, promises, randomId } from '@reverse-mentoring/runtime'

const engineOn = async (directory = memoryDirectory()) => {
  const opened = await openEngine({
    store: memoryEventStore(),
    viewStore: memoryViewStore(),
    directory,
  })()
  if (E.isLeft(opened)) throw new Error(opened.left.reason)
  return { engine: promises(opened.right), directory }
}

describe('keys of another system', () => {
  it('lead to one person, in every engine of a directory', async () => {
    const { engine, directory } = await engineOn()
    const { engine: another } = await engineOn(directory)
    const [here, there] = await Promise.all([
      engine.takeKeys(['E1', 'E2', 'E1']),
      another.takeKeys(['E2', 'E3']),
    ])
    expect(here.size).toBe(2)
    expect(here.get('E2')).toBe(there.get('E2'))
    expect(new Set([here.get('E1'), here.get('E2'), there.get('E3')]).size).toBe(3)
    const found = await engine.findKeys(['E3', 'nobody'])
    expect([...found]).toEqual([['E3', there.get('E3')]])
  })

  it('of who was erased are nobody’s', async () => {
    const { engine } = await engineOn()
    const participant = (await engine.takeKeys(['E1'])).get('E1') ?? randomId(Values.ParticipantId)
    const by = { role: 'participant' as const, id: participant }
    await engine.erase({ participants: [participant], by, at: now() })
    const again = await engine.takeKeys(['E1'])
    expect([again.has('E1'), again.get('E1')]).toEqual([true, undefined])
  })

  it('are kept as nothing but a digest that the directory’s own secret makes', async () => {
    const kept: Array<unknown> = []
    const directory = memoryDirectory()
    const { engine } = await engineOn({
      ...directory,
      takeKeys: (keys) => {
        kept.push(...keys)
        return directory.takeKeys(keys)
      },
    })
    const { engine: elsewhere } = await engineOn({
      ...memoryDirectory(),
      takeKeys: (keys) => {
        kept.push(...keys)
        return directory.takeKeys(keys)
      },
    })
    await engine.takeKeys(['1000179'])
    await elsewhere.takeKeys(['1000179'])
    expect(JSON.stringify(kept)).not.toContain('1000179')
    const digests = kept.map((one) => (one as { key: string }).key)
    expect(new Set(digests).size).toBe(2)
  })
})

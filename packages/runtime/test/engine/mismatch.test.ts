import { Port } from '@reverse-mentoring/core'
import { explainTrouble, openEngine, type Trouble } from '@reverse-mentoring/runtime'
import {
  memoryDirectory,
  memoryEventStore,
  memoryViewStore,
} from '@reverse-mentoring/storage-memory'
import { expect, it } from 'vitest'
import { cohort, enrol, given, got, log, open, stream } from '../scene.ts'

const newPorts = (): Omit<Parameters<typeof openEngine>[0], 'onTrouble'> => ({
  store: memoryEventStore(),
  viewStore: memoryViewStore(),
  directory: memoryDirectory(),
})

/** What an engine says that opens on these, looks at everything once, and at what has come since once more. */
const told = async (
  on: ReturnType<typeof newPorts>,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<ReadonlyArray<Trouble>> => {
  const troubles: Array<Trouble> = []
  const engine = got(
    await openEngine({ ...on, onTrouble: (trouble) => void troubles.push(trouble) })(),
  )
  for (const work of [() => Promise.resolve(), meanwhile]) {
    await work()
    got(await engine.catchUp())
    got(await engine.tick()())
  }
  await engine.close()
  return troubles
}

/** The first records of a store, in another one. */
const copied = async (store: Port.EventStore, most = 1000): Promise<Port.EventStore> => {
  const copy = memoryEventStore()
  for (const [i, one] of (await log(store)).slice(0, most).entries()) {
    const { id, type, schema, data, meta } = one
    got(await copy.append(stream, i, [{ id, type, schema, data, meta }])())
  }
  return copy
}

const because = (of: object) => [{ while: 'comparing the ports', because: of }]

/** Ports on which a cohort lives, all of them up to date. */
const lived = async () => {
  const on = newPorts()
  const engine = got(await openEngine(on)())
  await given(engine, open, enrol(1), enrol(2))
  await engine.close()
  expect(await told(on)).toEqual([])
  return on
}

it('ports that belong together are told of by nobody, new or old', async () => {
  const on = newPorts()
  const begin = async () => {
    await given(got(await openEngine(on)()), open, enrol(1))
  }
  expect(await told(on, begin)).toEqual([])
  expect(await told(on)).toEqual([])
  const copy = { ...on, store: await copied(on.store), viewStore: memoryViewStore() }
  expect(await told(copy)).toEqual([])
})

it('a log without its directory is told of once', async () => {
  const on = { ...(await lived()), directory: memoryDirectory() }
  expect(await told(on)).toEqual(because({ _tag: 'NewDirectory' }))
  expect(await told(on)).toEqual([])
})

it('a directory without its log is told of at the first record of another one', async () => {
  const on = { ...(await lived()), store: memoryEventStore(), viewStore: memoryViewStore() }
  const begin = async () => {
    await given(got(await openEngine(on)()), open)
  }
  expect(await told(on)).toEqual([])
  expect(await told(on, begin)).toEqual(because({ _tag: 'DirectoryOfAnotherLog' }))
})

it('an older log under newer views is told of, with how many cohorts were made anew', async () => {
  const on = await lived()
  const older = { ...on, store: await copied(on.store, 2) }
  expect(await told(older)).toEqual(because({ _tag: 'ViewsOfAnotherLog', cohorts: 1 }))
  expect(await told(older)).toEqual([])
})

it.each<readonly [Trouble, RegExp]>([
  [
    { while: 'catching up', because: Port.unavailable('no answer') },
    /^Views could not be .*no answer\. Try the same again later\.$/,
  ],
  [
    { while: 'keeping time', because: Port.misused('closed') },
    /^Time could not be kept\. .*closed/,
  ],
  [
    { while: 'keeping time in a cohort', because: { cohort, because: { _tag: 'CohortOver' } } },
    /^Time could not be kept in cohort 0/,
  ],
  [
    { while: 'comparing the ports', because: { _tag: 'ViewsOfAnotherLog', cohorts: 3 } },
    /views of 3 cohorts .*made anew/,
  ],
  [{ while: 'comparing the ports', because: { _tag: 'NewDirectory' } }, /put the copy/],
  [
    { while: 'comparing the ports', because: { _tag: 'DirectoryOfAnotherLog' } },
    /name the right log/,
  ],
] as never)('%j is explained', (trouble, sentence) => {
  expect(explainTrouble(trouble)).toMatch(sentence)
})

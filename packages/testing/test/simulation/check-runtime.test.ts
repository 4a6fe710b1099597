import { Port } from '@reverse-mentoring/core'
import {
  memoryDirectory,
  memoryEventStore,
  memoryViewStore,
} from '@reverse-mentoring/storage-memory'
import { checkRuntime, type Ports } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'

const sound = (): Ports => ({
  store: memoryEventStore(),
  viewStore: memoryViewStore(),
  directory: memoryDirectory(),
})

const views = (change: (store: Port.ViewStore) => Partial<Port.ViewStore>) => (): Ports => {
  const ports = sound()
  return { ...ports, viewStore: { ...ports.viewStore, ...change(ports.viewStore) } }
}

const broken: Readonly<Record<string, () => Ports>> = {
  'a view store without a fence': views((store) => ({
    commit: (commit) => async () => {
      const headers = await store.headers(commit.changes)()
      const stand = E.isRight(headers) ? headers.right : []
      const changes = commit.changes.map((one, i) => ({ ...one, after: stand[i]?.version ?? 0 }))
      return store.commit({ ...commit, changes })()
    },
  })),
  'a checkpoint that is told before its rows': views((store) => {
    let [commits, failing] = [0, 0]
    return {
      commit: (commit) => async () => {
        if (commit.progress !== undefined) {
          await store.commit({ changes: [], progress: commit.progress })()
        }
        if (failing === 0) commits += 1
        failing = failing > 0 ? failing - 1 : commits % 3 === 0 ? 5 : 0
        return failing > 0 ? E.left(Port.unavailable('planted')) : store.commit(commit)()
      },
    }
  }),
  'headers that are ahead of their rows': views((store) => ({
    commit: (commit) =>
      store.commit({ ...commit, changes: commit.changes.map((one) => ({ ...one, rows: [] })) }),
  })),
  'a directory that forgets who is being erased': () => {
    const ports = sound()
    const directory: Port.Directory = {
      ...ports.directory,
      erasing: () => () => Promise.resolve(E.right([])),
    }
    return { ...ports, directory }
  },
  'a store that forgets what it acknowledged': () => {
    const ports = sound()
    let appends = 0
    const store: Port.EventStore = {
      ...ports.store,
      append: (stream, expected, records) => {
        appends += 1
        return appends % 7 === 6
          ? () => Promise.resolve(E.right({ revision: expected + records.length }))
          : ports.store.append(stream, expected, records)
      },
    }
    return { ...ports, store }
  },
}

describe('what the runtime promises is broken by', () => {
  test.each(Object.entries(broken))('%s', async (_, newPorts) => {
    const trial = { newPorts: () => Promise.resolve(newPorts()), numRuns: 1500, seed: 7 }
    await expect(checkRuntime({ ...trial, shortening: 0 })).rejects.toThrow(/\(seed 7; /)
  })
})

test('a broken promise is told on a screen: what, and after which commands', async () => {
  const newPorts = broken['headers that are ahead of their rows']!
  const trial = { newPorts: () => Promise.resolve(newPorts()), seed: 7 }
  const told = String(await checkRuntime(trial).catch(String))
  expect(told).toMatch(
    /^Error: .* shows other rows .*\n\(seed 7; .*\n(.*\n)* +\d+ {2}@\S+h {2}\w+ #/,
  )
  expect(told).not.toMatch(/Hint/)
  expect(told.split('\n').length).toBeLessThan(45)
})

test.each([true, false])('a walk is made shorter, if there is time for it: %s', async (isTime) => {
  let tries = 0
  const newPorts = (): Promise<never> => {
    tries += 1
    return Promise.reject(new Error('no ports today'))
  }
  const checked = checkRuntime({ newPorts, seed: 7, shortening: isTime ? 1_000 : 0 })
  await expect(checked).rejects.toThrow(/no ports today/)
  expect(tries > 1).toBe(isTime)
})

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
    await expect(checkRuntime(trial)).rejects.toThrow()
  })
})

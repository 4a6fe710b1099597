import type { Port } from '@reverse-mentoring/core'
import { memoryEventStore } from '@reverse-mentoring/storage-memory'
import { eventStoreLaws, onDisk, type Opened } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const law = 'an append answers the revision after it, contiguous from 1'

test.each(['kept', 'broken', 'unopened'] as const)(
  'each law has an empty folder, which is gone after a law that is %s',
  async (how) => {
    const folders: Array<string> = []
    const store = memoryEventStore()
    const place = onDisk((folder): TE.TaskEither<unknown, Opened<Port.EventStore>> => {
      if (folders.length === 0) expect(readdirSync(folder)).toEqual([])
      folders.push(folder)
      writeFileSync(join(folder, 'log'), '')
      if (how === 'unopened') return TE.left({ _tag: 'Unavailable', reason: 'no room' })
      const broken = { ...store, append: () => TE.right({ revision: 7 }) }
      return TE.right({ adapter: how === 'kept' ? store : broken, close: TE.of(undefined) })
    })
    const told = await eventStoreLaws(place)
      .find(({ name }) => name === law)
      ?.check()
    expect(told?._tag).toBe(how === 'kept' ? 'Right' : 'Left')
    if (how === 'unopened') expect(told).toEqual(E.left(expect.stringContaining('no room')))
    expect(folders).not.toEqual([])
    expect(folders.filter((folder) => existsSync(folder))).toEqual([])
  },
)

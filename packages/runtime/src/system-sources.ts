import { Values } from '@reverse-mentoring/core'
import type * as t from 'io-ts'
import { v4, v7 } from 'uuid'
import { now } from './now.ts'
import type { Sources } from './sources.ts'

const uuid = (): Values.Uuid => {
  const id = v7()
  if (Values.Uuid.is(id)) return id
  throw new TypeError('uuid made an id that is none')
}

/** A fresh random id (version 4) of a kind, such as `randomId(Values.PairingId)`; it does not tell when it was made. */
export const randomId = <A>(kind: t.Type<A, string>): A => {
  const id: unknown = v4()
  if (kind.is(id)) return id
  throw new TypeError(`${kind.name} does not take a random id`)
}

/** The ids, the chance and the clock of this process. */
export const systemSources: Sources = {
  id: uuid,
  chance: Math.random,
  now: () => now(),
  pause: (milliseconds) => () =>
    new Promise((done) => {
      setTimeout(done, milliseconds)
    }),
  alarm: (milliseconds, ring) => {
    const timer = setTimeout(ring, milliseconds)
    return () => {
      clearTimeout(timer)
    }
  },
}

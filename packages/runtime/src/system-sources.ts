import { Values } from '@reverse-mentoring/core'
import { v7 } from 'uuid'
import type { Sources } from './sources.ts'

const uuid = (): Values.Uuid => {
  const id = v7()
  if (Values.Uuid.is(id)) return id
  throw new TypeError('uuid made an id that is none')
}

/** The ids, the chance and the clock of this process. */
export const systemSources: Sources = {
  id: uuid,
  chance: Math.random,
  pause: (milliseconds) => () =>
    new Promise((done) => {
      setTimeout(done, milliseconds)
    }),
}

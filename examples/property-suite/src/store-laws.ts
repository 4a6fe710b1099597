import { eventStoreLaws, type Law } from '@reverse-mentoring/testing'
import { beyond } from './beyond.ts'
import { damage } from './damage.ts'
import type { openJsonLines } from './json-lines-store.ts'
import { filesFor } from './places.ts'

/** The laws of a store of JSON lines. They are tried one after another: the file that was opened last is damaged. */
export const storeLaws = (open: typeof openJsonLines): ReadonlyArray<Law> => {
  let current = ''
  const places = filesFor((file) => {
    current = file
    return open(file)
  })
  return eventStoreLaws(places, {
    beyond,
    damage: (stream, revision) => damage(current, stream, revision),
  })
}

import type { Stored, Values } from '@reverse-mentoring/core'
import { systemSources, type Sources } from '@reverse-mentoring/runtime'
import type { Ids } from './ids.ts'

/** Sources whose ids tell nothing but the seed, the place in the stream and what was said: the same run gives the same ids. */
export interface Numbering {
  readonly sources: Sources
  /** The next record is the one after this revision, said in a step that begins then. */
  readonly goOnFrom: (revision: Stored.Revision, at: Values.Instant) => void
}

export const numbering = (ids: Ids, start: Values.Instant): Numbering => {
  let [place, now] = [0, start]
  return {
    sources: {
      ...systemSources,
      id: () => {
        place += 1
        return ids.timed(now, 'record', place)
      },
      commandId: (command) => ids.timed(command.at, 'command', JSON.stringify(command)),
      now: () => now,
    },
    goOnFrom: (revision, at) => {
      place = revision
      now = at
    },
  }
}

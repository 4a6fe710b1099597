import type { Stored, Values } from '@reverse-mentoring/core'
import { systemSources, type Cohorts, type Sources } from '@reverse-mentoring/runtime'
import type { Ids } from './ids.ts'

/** Sources whose record ids tell nothing but the seed and the place in the stream: the same run gives the same ids. */
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
    },
    goOnFrom: (revision, at) => {
      place = revision
      now = at
    },
  }
}

/** The same cohorts, whose commands have ids that come from what they say. */
export const namingCommands = (cohorts: Cohorts, ids: Ids): Cohorts => ({
  load: cohorts.load,
  handle: (command, origin) =>
    cohorts.handle(command, {
      command: ids.timed(command.at, 'command', JSON.stringify(command)),
      ...origin,
    }),
})

import type { Stored, Values } from '@reverse-mentoring/core'
import { systemSources, type Sources } from '@reverse-mentoring/runtime'
import type { Ids } from './ids.ts'

/** A step of a simulation: what is said in it is said before its end. */
interface Span {
  readonly from: Values.Instant
  readonly until: Values.Instant
}

/** Sources whose ids tell nothing but the seed, the place in the stream and what was said: the same run gives the same ids. */
export interface Numbering {
  readonly sources: Sources
  /** The next record is the one after this revision, said in this step. */
  readonly goOnFrom: (revision: Stored.Revision, step: Span) => void
}

export const numbering = (ids: Ids, start: Values.Instant): Numbering => {
  let [place, now]: [Stored.Revision, Span] = [0, { from: start, until: start }]
  return {
    sources: {
      ...systemSources,
      id: () => {
        place += 1
        return ids.timed(now.from, 'record', place)
      },
      commandId: (command) => ids.timed(command.at, 'command', JSON.stringify(command)),
      now: () => now.until,
    },
    goOnFrom: (revision, step) => {
      place = revision
      now = step
    },
  }
}

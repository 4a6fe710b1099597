import { Cohort, Matching, Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Cohorts } from '../cohort/cohorts.ts'
import type { HandleFailure } from '../cohort/commit-batch.ts'
import type { Receipt, Receipts } from '../receipt.ts'
import type { Draft } from './draft.ts'
import { recordingsOf, type Recording } from './record-draft.ts'

/** How far a draft was recorded. */
export interface Recorded {
  /** Of the last part that was. */
  readonly receipt: Receipt
  readonly parts: number
  /** Parts of the draft in all. */
  readonly of: number
  /** Why the rest was not: the parts before it stand, and for the rest another draft is made. */
  readonly stopped?: HandleFailure
}

/**
 * Records a draft, in parts where it is large. The whole is judged before the first part; the same again finishes what
 * was broken off.
 */
export const recordingDrafts =
  (cohorts: Pick<Cohorts, 'handle' | 'load'>, receipts: Pick<Receipts, 'read'>) =>
  (given: Draft, recording: Recording): TaskEither<HandleFailure, Recorded> =>
  async () => {
    // The commands are made at once: whoever asked may change what they gave.
    const draft = structuredClone(given)
    const { at, run } = recording
    const by = { ...recording.by }
    const based = receipts.read(draft.basedOn)
    if (based?.cohort !== draft.cohort) return E.left(Port.misused('the draft was not made here'))
    const commands = recordingsOf(draft, based.revision, { ...recording, at, by, run })
    const loaded = await cohorts.load(draft.cohort)()
    if (E.isLeft(loaded)) return loaded
    const isBegun = Cohort.isTaken(loaded.right.cohort, run)
    if (!isBegun && Matching.illegalPair(loaded.right.cohort, draft.pairs) !== undefined) {
      return E.left({ _tag: 'StaleDraft', run })
    }
    let recorded: Recorded | undefined
    for (const [i, command] of commands.entries()) {
      const answer = await cohorts.handle(command)()
      if (E.isLeft(answer)) {
        return recorded === undefined ? answer : E.right({ ...recorded, stopped: answer.left })
      }
      recorded = { receipt: answer.right, parts: i + 1, of: commands.length }
    }
    return recorded === undefined ? E.left({ _tag: 'StaleDraft', run }) : E.right(recorded)
  }

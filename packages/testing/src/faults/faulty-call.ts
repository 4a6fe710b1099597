import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { lateness, type FaultKind, type Faults } from './faults.ts'

/** A call of a port, as it may go wrong. */
export type FaultyCall = <F, A>(
  call: string,
  task: TaskEither<F, A>,
) => TaskEither<F | Port.Unavailable, A>

const ofAnyCall: ReadonlyArray<FaultKind> = ['lost', 'unanswered', 'silent', 'slow', 'thrown']

/** A defect of an adapter, which the runtime takes for `Unavailable`. */
const defect = (when: string): Error => new Error(`injected: thrown ${when}`)

/** Calls that are lost, unanswered, slow or thrown by these rates. */
export const faultyCall =
  (faults: Faults): FaultyCall =>
  (call, task) =>
  async () => {
    const { chance, options } = faults
    switch (faults.draw(call, ofAnyCall)) {
      case 'lost':
        return E.left(Port.unavailable('injected: the call was lost'))
      case 'unanswered':
        await task()
        return E.left(Port.unavailable('injected: the answer was lost'))
      case 'silent':
        if (chance() < 0.5) await task()
        return new Promise(() => undefined)
      case 'thrown':
        if (chance() < 0.5) throw defect('before the effect')
        await task()
        throw defect('after the effect')
      case 'slow': {
        const late = lateness(faults)
        const [before, after] = chance() < 0.5 ? [late, 0] : [0, late]
        await options.pause(before)
        const answer = await task()
        await options.pause(after)
        return answer
      }
      case 'stale':
      case 'missed':
      case 'echoed':
      case 'skewed':
      case undefined:
        return task()
    }
  }

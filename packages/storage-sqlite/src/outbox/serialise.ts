import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { key } from '../text.ts'

/** A change as it is stored. */
export interface Written {
  readonly of: Port.NoticeChange['cohort']
  readonly cohort: string
  readonly after: number
  readonly parked: boolean
  readonly header: string
  readonly put: ReadonlyArray<Port.KeptNotice>
}

/** Changes as they are stored, and nothing that their types do not know. */
export const serialise = E.traverseArray((change: Port.NoticeChange) =>
  pipe(
    E.Do,
    E.apS('header', Port.headerText(change.header)),
    E.apS('put', E.traverseArray(Port.keptNotice)(change.put)),
    E.map((texts): Written => ({
      ...{ of: change.cohort, cohort: key(change.cohort), after: change.after },
      ...{ parked: change.header.parked !== undefined, ...texts },
    })),
  ),
)

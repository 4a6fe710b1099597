import type * as t from 'io-ts'
import type { Cohort, Pairing, Session } from '../cohort/state/cohort.ts'
import { fields } from '../values/fields.ts'
import type { Plain } from '../values/plain.ts'
import { Count } from '../values/number.ts'
import { byTime } from '../cohort/state/session-time.ts'
import { get } from '../cohort/state/table.ts'

/** The sessions of a pairing in their order, as rows are made from them: a row knows of no close. */
export const sessionsInOrder = (cohort: Cohort, pairing: Pairing): ReadonlyArray<Session> =>
  [...pairing.sessions]
    .map((id) => get(cohort.sessions, id))
    .filter((session) => session !== undefined)
    .sort(byTime)

/** Whether the mentor or the mentee called it off; what the programme calls off does not count. */
export const cancelledByParty = ({ ending }: Session): 'mentor' | 'mentee' | undefined =>
  ending?.type === 'SessionCancelled' && ending.cancelledBy !== 'programme'
    ? ending.cancelledBy
    : undefined

/** Cancellations in a row: by whom, since the last session that was held. */
export const Run = fields({ total: Count, byMentee: Count, byMentor: Count }, {}, 'Run')
export interface Run extends Plain<t.TypeOf<typeof Run>> {}

export const noRun: Run = { total: 0, byMentee: 0, byMentor: 0 }

/** The run after one more ended session. */
export const runAfter = (run: Run, session: Session): Run => {
  if (session.ending?.type === 'SessionHeld') return noRun
  const by = cancelledByParty(session)
  if (by === undefined) return run
  return {
    total: run.total + 1,
    byMentee: run.byMentee + (by === 'mentee' ? 1 : 0),
    byMentor: run.byMentor + (by === 'mentor' ? 1 : 0),
  }
}

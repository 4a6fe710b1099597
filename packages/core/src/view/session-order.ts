import type * as t from 'io-ts'
import type { Cohort, Pairing, Session } from '../cohort/state/cohort.ts'
import { fields, type Plain } from '../values/fields.ts'
import type { Instant } from '../values/instant.ts'
import { Count } from '../values/number.ts'
import { get } from '../cohort/state/table.ts'

/** Where a session stands in its pairing's order: its planned start, else when it began (INV19). */
export const sessionTime = ({ plan, began }: Session): Instant | undefined =>
  plan?.value.start ?? began

const inOrder = (a: Session, b: Session): number => {
  const [first, second] = [sessionTime(a) ?? '', sessionTime(b) ?? '']
  return first < second || (first === second && a.session < b.session) ? -1 : 1
}

/** The sessions of a pairing in their order. */
export const sessionsInOrder = (cohort: Cohort, pairing: Pairing): ReadonlyArray<Session> =>
  [...pairing.sessions]
    .map((id) => get(cohort.sessions, id))
    .filter((session) => session !== undefined)
    .sort(inOrder)

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

import type { Port, Values } from '@reverse-mentoring/core'
import { got } from '../law.ts'
import { newId } from '../record.ts'

export const newCohort = (): Values.CohortId => newId() as string as Values.CohortId
export const newPerson = (): Values.ParticipantId => newId() as string as Values.ParticipantId

/** The instant so many minutes after the laws begin. */
export const at = (minutes: number): Values.Instant =>
  new Date(Date.UTC(2026, 2, 1, 10, minutes)).toISOString() as Values.Instant

/** A notice that nobody has put before, due at once. */
export const newNotice = (more: Partial<Port.NewNotice> = {}): Port.NewNotice => ({
  id: newId(),
  ...{ recipient: newPerson(), due: at(0), notAfter: at(60), slot: newId(), content: { n: 1 } },
  ...more,
})

/** A change of a cohort that nobody has changed before. */
export const firstChange = (
  cohort: Values.CohortId,
  put: ReadonlyArray<Port.NewNotice> = [],
): Port.NoticeChange => ({ cohort, after: 0, header: { revision: 1, frame: {} }, put })

/** Commits notices of one cohort, after whatever version stands. */
export const put = async (
  outbox: Port.Outbox,
  cohort: Values.CohortId,
  ...notices: ReadonlyArray<Port.NewNotice>
): Promise<void> => {
  const [header] = await got(outbox.headers([cohort]))
  const change = { ...firstChange(cohort, notices), after: header?.version ?? 0 }
  await got(outbox.commit({ changes: [change] }))
}

/** Claims at one instant until another, as many as there are unless told. */
export const claimed = async (
  outbox: Port.Outbox,
  now: number,
  until = now + 10,
  limit = 1000,
): Promise<ReadonlyArray<Port.WaitingNotice>> =>
  (await got(outbox.claim({ now: at(now), until: at(until), limit }))).notices

export const idsOf = (notices: ReadonlyArray<{ readonly id: string }>): ReadonlyArray<string> =>
  notices.map(({ id }) => id)

/** Says the same of all of these. */
export const settledAs = (
  outbox: Port.Outbox,
  as: Port.Outcome,
  notices: ReadonlyArray<Pick<Port.WaitingNotice, 'id' | 'fence'>>,
): Promise<ReadonlyArray<string>> =>
  got(outbox.settle(notices.map(({ id, fence }) => ({ id, fence, as }))))

/** Those that wait, or are parked, as one page shows them. */
export const shown = async (
  outbox: Port.Outbox,
  more: { readonly parked?: true } = {},
): Promise<ReadonlyArray<Port.WaitingNotice>> =>
  (await got(outbox.notices({ limit: 1000, ...more }))).notices

export const sorted = (ids: ReadonlyArray<string>): ReadonlyArray<string> => [...ids].sort()

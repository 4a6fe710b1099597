import type { Port, Values } from '@reverse-mentoring/core'
import { memoryOutbox } from '@reverse-mentoring/storage-memory'
import { alikeLaw, answerOf, type Question } from '../alike.ts'
import { got, range } from '../law.ts'
import { newId } from '../record.ts'
import {
  at,
  claimed,
  firstChange,
  idsOf,
  newCohort,
  newPerson,
  settledAs,
  shown,
} from './notice.ts'
import { workloads, type Put, type Step } from './workload.ts'

/** What the numbers of one workload stand for. */
interface Names {
  readonly ids: ReadonlyArray<string>
  readonly cohorts: ReadonlyArray<Values.CohortId>
  readonly people: ReadonlyArray<Values.ParticipantId>
}

/** Some of them sort by UTF-16 otherwise than by UTF-8. */
const beginnings = ['a', 'b', '\u{1f600}', '\uffff', '\0', 'é']

const newNames = (): Names => ({
  ids: range(0, 11).map((n) => `${beginnings[n % beginnings.length] ?? ''}${newId()}`),
  cohorts: [newCohort(), newCohort()].sort(),
  people: range(0, 3).map(newPerson),
})

const idOf = ({ ids }: Names, n: number): string => ids[n] ?? ''
const personOf = ({ people }: Names, n: number): Values.ParticipantId => people[n] ?? newPerson()

const noticeOf =
  (names: Names) =>
  ({ id, recipient, due, lasts, slot, replaces, meets }: Put): Port.NewNotice => ({
    ...{ id: idOf(names, id), due: at(due), notAfter: at(due + lasts), slot: String(slot) },
    recipient: recipient === 0 ? 'coordinators' : personOf(names, recipient),
    ...{ replaces: replaces.map(String), meets: meets.map(String), content: { due, slot } },
  })

/** Makes of a step what is asked, where the reference stands. */
const questionOf = async (
  reference: Port.Outbox,
  names: Names,
  step: Step,
): Promise<Question<Port.Outbox>> => {
  switch (step.does) {
    case 'put': {
      const cohort = names.cohorts[step.cohort] ?? newCohort()
      const [header] = await got(reference.headers([cohort]))
      const put = step.notices.map(noticeOf(names))
      const after = Math.max(0, (header?.version ?? 0) + step.off)
      const changes = [{ ...firstChange(cohort, put), after }]
      const from = step.from === undefined ? undefined : { at: String(step.from) }
      const progress = { checkpoint: String(step.to), ...(from !== undefined && { from }) }
      const commit = { changes, ...(step.to !== undefined && { progress }) }
      return async (outbox) => [
        await answerOf(outbox.commit(commit)),
        await answerOf(outbox.headers([cohort])),
      ]
    }
    case 'claim': {
      const { now, lasts, limit } = step
      return (outbox) => answerOf(outbox.claim({ now: at(now), until: at(now + lasts), limit }))
    }
    case 'settle': {
      const held = [...(await shown(reference)), ...(await shown(reference, { parked: true }))]
      const settlements = step.said.map(({ id: n, off, as: _tag, due }): Port.Settlement => {
        const { id, fence } = held[n % (held.length + 1)] ?? { id: idOf(names, n), fence: 1 }
        const as = { _tag, due: at(due), because: 'refused' } as const
        return { id, fence: Math.max(1, fence + off), as }
      })
      return (outbox) => answerOf(outbox.settle(settlements))
    }
    case 'retry': {
      const parked = await shown(reference, { parked: true })
      const ids = step.ids.map((n) => parked[n % (parked.length + 1)]?.id ?? idOf(names, n))
      return (outbox) => answerOf(outbox.retry(ids, at(step.due)))
    }
    case 'forget':
      return (outbox) => answerOf(outbox.forget(step.people.map((one) => personOf(names, one))))
    case 'sweep':
      return (outbox) => answerOf(outbox.sweep(at(step.before)))
    case 'headers':
      return async (outbox) => {
        const { headers } = await got(outbox.headersOf({ limit: 10_000 }))
        const mine = headers.filter(([cohort]) => names.cohorts.includes(cohort))
        return [mine, await answerOf(outbox.checkpoint)]
      }
    case 'read': {
      const { after, limit, parked } = step
      const page = {
        ...{ limit, ...(parked && { parked: true as const }) },
        ...(after !== undefined && { after: idOf(names, after) }),
      }
      return (outbox) => answerOf(outbox.notices(page))
    }
  }
}

/** Makes questions of steps, about notices that nobody has seen before. */
const asking = (reference: Port.Outbox) => {
  const names = newNames()
  return (step: Step) => questionOf(reference, names, step)
}

/** Leaves nothing that waits, and brings the reader to where all workloads begin. */
const emptied = async (outbox: Port.Outbox): Promise<void> => {
  await got(outbox.retry(idsOf(await shown(outbox, { parked: true })), at(0)))
  await settledAs(outbox, { _tag: 'Done' }, await claimed(outbox, 59))
  await got(outbox.commit({ changes: [], progress: { checkpoint: '0' } }))
}

/** All that waits, or is parked. */
const all: ReadonlyArray<Step> = [false, true].map((parked) => ({
  ...{ does: 'read' as const, after: undefined, limit: 1000, parked },
}))

const alike = alikeLaw<Port.Outbox, Step>(
  'whatever is asked of it, it answers as the outbox in memory does',
  { reference: memoryOutbox, steps: workloads, asking, all, before: emptied },
)

/** What the reference says, law or none. */
export const alikeLaws = [alike]

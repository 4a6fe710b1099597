import { Port, type Stored, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { answer, reply } from './answer.ts'
import { headersIn, type Headed } from './headers/headers.ts'
import { finish, newBox } from './outbox/box.ts'
import { put } from './outbox/put.ts'
import { claim, pageOf } from './outbox/read.ts'
import { serialise } from './outbox/serialise.ts'
import { goAgain, settle } from './outbox/settle.ts'
import { read } from './text.ts'

const unless = <A>(fault: Port.Misused | undefined, work: () => A): E.Either<Port.Misused, A> =>
  fault === undefined ? E.right(work()) : E.left(fault)

/** An outbox that lives as long as its process. */
export const memoryOutbox = (): Port.Outbox => {
  const box = newBox()
  const parts = new Map<Values.CohortId, Headed>()
  const reader: { checkpoint?: Stored.Checkpoint } = {}

  const commit = (given: Port.NoticeCommit): E.Either<Port.Overtaken | Port.Misused, void> => {
    const fault = Port.noticeCommitFault(given)
    if (fault !== undefined) return E.left(fault)
    const written = serialise(given.changes)
    if (E.isLeft(written)) return written
    const overtaken = written.right.filter(
      ({ cohort, after }) => after !== (parts.get(cohort)?.version ?? 0),
    )
    if (overtaken.length > 0)
      return E.left(Port.noticesOvertaken(overtaken.map(({ cohort }) => cohort)))
    for (const { cohort, after, parked, header, put: notices } of written.right) {
      parts.set(cohort, { version: after + 1, parked, header })
      for (const notice of notices) put(box, cohort, notice)
    }
    const { progress } = given
    if (progress !== undefined && (!progress.from || progress.from.at === reader.checkpoint))
      reader.checkpoint = progress.checkpoint
    return E.right(undefined)
  }

  return {
    commit: (given) => answer(() => commit(given)),
    checkpoint: reply(() => reader.checkpoint),
    headers: (of) =>
      reply(() =>
        of.map((cohort) => {
          const part = parts.get(cohort)
          return part === undefined ? undefined : read(part.header)
        }),
      ),
    headersOf: (page) =>
      answer(() => unless(Port.pageFault({ limit: page.limit }), () => headersIn(parts, page))),
    claim: (asked) => answer(() => unless(Port.claimFault(asked), () => claim(box, asked))),
    settle: (settlements) =>
      answer(() =>
        unless(Port.settleFault(settlements), () =>
          settlements.filter((one) => !settle(box, one)).map(({ id }) => id),
        ),
      ),
    notices: (page) =>
      answer(() => unless(Port.pageFault({ limit: page.limit }), () => pageOf(box, page))),
    retry: (ids, due) =>
      answer(() =>
        unless(Port.instantFault(due), () => {
          for (const id of ids) goAgain(box, id, due)
        }),
      ),
    forget: (people) =>
      reply(() => {
        const gone = new Set<Port.Recipient>(people)
        for (const notice of [...box.waiting.values()])
          if (gone.has(notice.recipient)) finish(box, notice)
      }),
    sweep: (before) =>
      answer(() =>
        unless(Port.instantFault(before), () => {
          for (const [id, { notAfter }] of [...box.done]) if (notAfter < before) box.done.delete(id)
        }),
      ),
  }
}

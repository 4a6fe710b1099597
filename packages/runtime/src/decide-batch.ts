import { Cohort, Stored, type Command, type Event, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Sources } from './sources.ts'

/** A command that waits for its turn. */
export interface Waiting {
  readonly command: Command.Command
  readonly meta: Stored.NewRecord['meta']
}

/** What a batch of commands leads to, before anything of it is stored. */
export interface BatchDecision {
  readonly cohort: Cohort.Cohort
  readonly records: ReadonlyArray<Stored.NewRecord>
  /** In the order of the commands. */
  readonly answers: ReadonlyArray<E.Either<Command.Refusal | Stored.Malformed, void>>
}

const encoded = (
  events: ReadonlyArray<Event.CohortEvent>,
): E.Either<Stored.Malformed, ReadonlyArray<Stored.Payload>> => {
  const payloads: Array<Stored.Payload> = []
  for (const event of events) {
    const payload = Stored.encodeEvent(event)
    if (E.isLeft(payload)) return payload
    payloads.push(payload.right)
  }
  return E.right(payloads)
}

/** Decides one command after another over the evolving state; their events make one batch, with ids made once. */
export const decideBatch = (
  before: Cohort.Cohort,
  batch: ReadonlyArray<Waiting>,
  newId: Sources['id'],
): BatchDecision => {
  let cohort = before
  const records: Array<Stored.NewRecord> = []
  const answers: Array<BatchDecision['answers'][number]> = []
  for (const { command, meta } of batch) {
    const decision = Cohort.decide(command, cohort)
    if (E.isLeft(decision)) {
      answers.push(decision)
      continue
    }
    const payloads = encoded(decision.right)
    if (E.isLeft(payloads)) {
      answers.push(payloads)
      continue
    }
    cohort = Cohort.evolveAll(cohort, decision.right)
    for (const payload of payloads.right) {
      const id: Values.Uuid = newId()
      records.push({ id, ...payload, meta })
    }
    answers.push(E.right(undefined))
  }
  return { cohort, records, answers }
}

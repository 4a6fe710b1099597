import {
  Cohort,
  Port,
  Stored,
  type Command,
  type Event,
  type Values,
} from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Sources } from '../sources.ts'
import { bytesOf, mostBytes, mostRecords } from './append-limit.ts'
import { defect, type Defect } from './defect.ts'

/** A command that waits for its turn. */
export interface Waiting {
  readonly command: Command.Command
  readonly meta: Omit<Stored.NewRecord['meta'], 'proof'>
}

/** Why nobody can be enrolled now, or some are not to be: what the directory said of them. */
export type NotListed = (
  participant: Values.ParticipantId,
) => Port.Erased | Port.Misused | Port.Unavailable | undefined

type Judged = E.Either<
  | Command.Refusal
  | Stored.Malformed
  | Port.TooLarge
  | Port.Erased
  | Port.Misused
  | Port.Unavailable
  | Defect,
  void
>

/** A record to be, but for its proof. */
export type NextRecord = Omit<Stored.NewRecord, 'meta'> & Pick<Waiting, 'meta'>

/** What a batch of commands leads to, before anything of it is stored. */
export interface BatchDecision {
  readonly records: ReadonlyArray<NextRecord>
  /** The cohort once they are stored. */
  readonly cohort: Cohort.Cohort
  /** In the order of the commands; of those that found no room in this append there is none. */
  readonly answers: ReadonlyArray<Judged>
}

/** What one command leads to. */
interface Outcome {
  readonly cohort: Cohort.Cohort
  readonly payloads: ReadonlyArray<Stored.Payload>
  readonly bytes: number
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

/** A defect while one command is judged is its own, and hurts no other. */
const judge = (
  command: Command.Command,
  before: Cohort.Cohort,
): E.Either<Command.Refusal | Stored.Malformed | Defect, Outcome> => {
  try {
    const decision = Cohort.decide(command, before)
    if (E.isLeft(decision)) return decision
    const payloads = encoded(decision.right)
    if (E.isLeft(payloads)) return payloads
    const bytes = payloads.right.reduce((sum, payload) => sum + bytesOf(payload), 0)
    const cohort = Cohort.evolveAll(before, decision.right)
    return E.right({ cohort, payloads: payloads.right, bytes })
  } catch (thrown) {
    return E.left(defect(command.type, thrown))
  }
}

/**
 * Decides one command after another over the evolving state; their events make one batch, with ids made once. It ends
 * before the command whose events find no room in the append. Nobody is enrolled of whom the directory said no.
 */
export const decideBatch = (
  before: Cohort.Cohort,
  batch: ReadonlyArray<Waiting>,
  newId: Sources['id'],
  notListed: NotListed,
): BatchDecision => {
  let cohort = before
  let bytes = 0
  const records: Array<NextRecord> = []
  const answers: Array<Judged> = []
  for (const { command, meta } of batch) {
    const no = command.type === 'Enrol' ? notListed(command.participant) : undefined
    if (no !== undefined) {
      answers.push(E.left(no))
      continue
    }
    const outcome = judge(command, cohort)
    if (E.isLeft(outcome)) {
      answers.push(outcome)
      continue
    }
    const { payloads } = outcome.right
    const isFull =
      records.length + payloads.length > mostRecords || bytes + outcome.right.bytes > mostBytes
    if (isFull && records.length > 0) break
    if (isFull) {
      const tooMany = payloads.length > mostRecords
      const [limit, unit] = tooMany
        ? ([mostRecords, 'records'] as const)
        : ([mostBytes, 'bytes'] as const)
      answers.push(E.left(Port.tooLarge(limit, unit)))
      continue
    }
    cohort = outcome.right.cohort
    bytes += outcome.right.bytes
    for (const payload of payloads) records.push({ id: newId(), ...payload, meta })
    answers.push(E.right(undefined))
  }
  return { cohort, records, answers }
}

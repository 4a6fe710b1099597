import { Cohort, Port, Stored, type Command, type Event } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Sources } from '../sources.ts'
import { bytesOf, mostBytes, mostRecords } from './append-limit.ts'
import { defect, type Defect } from './defect.ts'
import type { Loaded } from './loaded.ts'
import { sha256 } from './sha256.ts'

const proofOf = Stored.proofOf(sha256)

/** A command that waits for its turn. */
export interface Waiting {
  readonly command: Command.Command
  readonly meta: Omit<Stored.NewRecord['meta'], 'proof'>
}

type Judged = E.Either<Command.Refusal | Stored.Malformed | Port.TooLarge | Defect, void>

/** What a batch of commands leads to, before anything of it is stored. */
export interface BatchDecision {
  readonly records: ReadonlyArray<Stored.NewRecord>
  /** Where the cohort stands once they are stored. */
  readonly loaded: Loaded
  /** In the order of the commands; of those that found no room in this append there is none. */
  readonly answers: ReadonlyArray<Judged>
}

/** What a batch is decided on. */
export interface Proved extends Loaded {
  readonly proved: Stored.Proved
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
 * Decides one command after another over the evolving state; their events make one batch, with ids and proofs made once. It ends
 * before the command whose events find no room in the append.
 */
export const decideBatch = (
  before: Proved,
  stream: string,
  batch: ReadonlyArray<Waiting>,
  newId: Sources['id'],
): BatchDecision => {
  let { cohort, revision, record, proved } = before
  let bytes = 0
  const records: Array<Stored.NewRecord> = []
  const answers: Array<Judged> = []
  for (const { command, meta } of batch) {
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
    for (const payload of payloads) {
      revision += 1
      record = newId()
      const proof = proofOf(proved, { stream, revision, id: record, ...payload, meta })
      proved = { proof, isWritten: true }
      records.push({ id: record, ...payload, meta: { ...meta, proof } })
    }
    answers.push(E.right(undefined))
  }
  return { records, loaded: { cohort, revision, record, proved }, answers }
}

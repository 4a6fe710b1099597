import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { late, type Connections } from '../connections.ts'
import { most, type Outcome, type Written } from './append.ts'

type Failure = Port.Misused | Port.Unavailable
type Answer = E.Either<Failure, Outcome>

interface Waiting {
  readonly written: Written
  readonly answer: (answer: Answer) => void
  /** Whether nobody waits any more. */
  isOver: boolean
}

/** Appends in one statement at the most. */
const together = 256

/** Takes those from the front that go out together: so many, and of so many bytes, at the most; one at least. */
const takeFrom = (queue: Array<Waiting>): ReadonlyArray<Waiting> => {
  let [count, bytes] = [0, 0]
  for (const { written } of queue) {
    bytes += written.json.length
    if (count === together || (count > 0 && bytes > most)) break
    count += 1
  }
  return queue.splice(0, count)
}

const unanswered = Port.unavailable('the server answered something else')

/**
 * Appends of one process, of whatever streams: those that come while a statement is under way wait, and go out together
 * in the next one, each with an outcome of its own. An append is answered by its deadline, sent or not.
 */
export const combining = (
  { enter, run, schema, deadline, patience }: Connections,
  onWritten: () => void,
): ((written: Written) => Promise<Answer>) => {
  const queue: Array<Waiting> = []
  const state = { isSending: false }

  const send = async (batch: ReadonlyArray<Waiting>): Promise<void> => {
    const given = `[${batch.map(({ written }) => written.json).join(',')}]`
    const answer = await run((ask) =>
      ask<{ outcomes: ReadonlyArray<Outcome> }>(
        `SELECT ${schema}.append($1::jsonb, $2::integer) AS outcomes`,
        [given, patience],
      ),
    )
    const outcomes = E.isRight(answer) ? (answer.right[0]?.outcomes ?? []) : []
    batch.forEach((one, i) => {
      const outcome = outcomes[i]
      if (outcome !== undefined) one.answer(E.right(outcome))
      else one.answer(E.isLeft(answer) ? answer : E.left(unanswered))
    })
    if (outcomes.some(({ is }) => is === 'written')) onWritten()
  }

  const sendAll = async (): Promise<void> => {
    while (queue.length > 0) {
      const batch = takeFrom(queue).filter((one) => !one.isOver)
      if (batch.length > 0) await send(batch)
    }
    state.isSending = false
  }

  const wait = (written: Written): Promise<Answer> =>
    new Promise((done) => {
      const waiting: Waiting = {
        written,
        isOver: false,
        answer: (answer) => {
          clearTimeout(timer)
          waiting.isOver = true
          done(answer)
        },
      }
      const timer = setTimeout(() => {
        waiting.answer(E.left(late(deadline)))
      }, deadline)
      queue.push(waiting)
      if (state.isSending) return
      state.isSending = true
      // What is asked for in the same turn goes out with it.
      setImmediate(() => void sendAll())
    })

  return (written) => enter(() => wait(written))
}

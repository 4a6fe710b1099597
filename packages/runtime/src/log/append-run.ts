import type { Port, Stored } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { type CopyFailure, divergedAt } from './copying.ts'
import type { Run } from './runs.ts'

const handedOver = ({ id, type, schema, data, meta }: Stored.StoredRecord): Stored.NewRecord => ({
  ...{ id, type, schema, data, meta },
})

/** The first record of a run in whose place another one stands, or none. */
const firstOther = async (to: Port.EventStore, run: Run): Promise<Stored.StoredRecord> => {
  const [first] = run
  const { stream, revision } = first
  const page = await to.readStream(stream, { after: revision - 1, limit: run.length })()
  if (E.isLeft(page)) return first
  const { records } = page.right
  return run.find(({ id }, i) => records[i]?.id !== id) ?? first
}

/** Appends a run where it stands in its stream, record by record where it is too large in one. */
export const appendRun = async (
  to: Port.EventStore,
  [first, ...others]: Run,
): Promise<E.Either<CopyFailure, unknown>> => {
  const { stream, revision } = first
  const records = [handedOver(first), ...others.map(handedOver)] as const
  const answer = await to.append(stream, revision - 1, records)()
  if (E.isRight(answer)) return answer
  if (answer.left._tag === 'Conflict')
    return E.left(divergedAt(await firstOther(to, [first, ...others])))
  if (answer.left._tag !== 'TooLarge' || others.length === 0) return E.left(answer.left)
  for (const one of [first, ...others]) {
    const alone = await appendRun(to, [one])
    if (E.isLeft(alone)) return alone
  }
  return E.right(undefined)
}

import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Connections } from '../connections.ts'
import { key } from '../text.ts'
import { serialise } from './serialise.ts'

const progressOf = (progress: Port.NoticeCommit['progress']): object => {
  if (progress === undefined) return {}
  const { checkpoint, from } = progress
  const stood = from?.at === undefined ? {} : { at: key(from.at) }
  return { checkpoint: key(checkpoint), ...(from !== undefined && { from: stood }) }
}

/** Commits of one statement each. */
export const committing = ({ use, schema, patience }: Connections): Port.Outbox['commit'] => {
  const statement = `SELECT ${schema}.commit_notices($1::jsonb, $2::jsonb, $3::integer) AS overtaken`
  return (given) => async () => {
    const fault = Port.noticeCommitFault(given)
    if (fault !== undefined) return E.left(fault)
    const written = serialise(given.changes)
    if (E.isLeft(written)) return written
    const cohorts = given.changes.map(({ cohort }) => cohort)
    const texts = [written.right, progressOf(given.progress)].map((part) => JSON.stringify(part))
    const answer = await use((ask) =>
      ask<{ overtaken: ReadonlyArray<number> }>(statement, [...texts, patience]),
    )
    if (E.isLeft(answer)) return answer
    const overtaken = new Set(answer.right[0]?.overtaken)
    return overtaken.size === 0
      ? E.right(undefined)
      : E.left(Port.noticesOvertaken(cohorts.filter((_, number) => overtaken.has(number))))
  }
}

import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Connections } from '../connections.ts'
import { key } from '../text.ts'
import { serialise } from './serialise.ts'

const progressOf = ({ readers, checkpoint, from }: Port.Progress): object => ({
  // One statement cannot write a row twice.
  ...{ readers: Array.from(new Set(readers.map(key))), checkpoint: key(checkpoint) },
  ...(from !== undefined && { from: from.at === undefined ? {} : { at: key(from.at) } }),
})

const nobody: Port.Progress = { readers: [], checkpoint: '' }

/** Commits of one statement each. */
export const committing = ({ use, schema, patience }: Connections): Port.ViewStore['commit'] => {
  const statement = `SELECT ${schema}.commit_views($1::jsonb, $2::jsonb, $3::jsonb, $4::integer) AS overtaken`
  return (given) => async () => {
    const fault = Port.commitFault(given)
    if (fault !== undefined) return E.left(fault)
    const { changes, progress = nobody } = given
    const written = serialise(changes)
    if (E.isLeft(written)) return written
    const of = changes.map(({ view, cohort }): Port.ViewOf => ({ view, cohort }))
    const texts = [written.right.changes, written.right.rows, progressOf(progress)]
    const answer = await use((ask) =>
      ask<{ overtaken: ReadonlyArray<number> }>(statement, [
        ...texts.map((part) => JSON.stringify(part)),
        patience,
      ]),
    )
    if (E.isLeft(answer)) return answer
    const overtaken = new Set(answer.right[0]?.overtaken)
    return overtaken.size === 0
      ? E.right(undefined)
      : E.left(Port.overtaken(of.filter((_, number) => overtaken.has(number))))
  }
}

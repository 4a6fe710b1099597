import type { Port, Stored, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'

/** What the ports said had happened, noted at the moment when it had. */
export interface Witness {
  readonly appended: (
    stream: string,
    expected: Stored.Revision,
    records: ReadonlyArray<Stored.NewRecord>,
    answer: E.Either<unknown, Port.Appended>,
  ) => void
  readonly committed: (commit: Port.ViewCommit, answer: E.Either<unknown, void>) => void
  /** The ids of a stream's records, in order. */
  readonly idsOf: (stream: string) => ReadonlyArray<string>
  /** The last revision with a record of a command, if there is one. */
  readonly revisionOf: (stream: string, command: string) => Stored.Revision | undefined
  /** Whether a stream has a record of a type, about somebody where they are named. */
  readonly has: (stream: string, type: string, participant?: string) => boolean
  /** The revision that a view of a cohort shows. */
  readonly shown: (view: string, cohort: Values.CohortId) => Stored.Revision
  /** What should not have happened. */
  readonly broken: () => ReadonlyArray<string>
}

/** A witness who has seen nothing yet, but what a log holds from before. */
export const newWitness = (before: ReadonlyArray<Stored.StoredRecord> = []): Witness => {
  const streams = new Map<string, Array<Stored.NewRecord>>()
  const views = new Map<string, Stored.Revision>()
  const broken: Array<string> = []
  const commands = new Map<string, Stored.Revision>()
  const recordsOf = (stream: string): Array<Stored.NewRecord> => {
    const records = streams.get(stream) ?? []
    streams.set(stream, records)
    return records
  }
  const add = (stream: string, record: Stored.NewRecord): void => {
    const records = recordsOf(stream)
    records.push(record)
    commands.set(`${stream} ${record.meta.command}`, records.length)
  }
  for (const record of before) add(record.stream, record)

  return {
    appended: (stream, expected, records, answer) => {
      if (E.isLeft(answer)) return
      const stand = recordsOf(stream)
      for (const [i, record] of records.entries()) {
        const there = stand[expected + i]
        if (there === undefined && stand.length === expected + i) add(stream, record)
        else if (there?.id !== record.id)
          broken.push('an append was taken where something else stands')
      }
    },
    committed: ({ changes }, answer) => {
      if (E.isLeft(answer)) return
      for (const { view, cohort, header } of changes)
        views.set(`${view} ${cohort}`, header.revision)
    },
    idsOf: (stream) => (streams.get(stream) ?? []).map(({ id }) => id),
    revisionOf: (stream, command) => commands.get(`${stream} ${command}`),
    has: (stream, type, participant) =>
      (streams.get(stream) ?? []).some(
        (one) =>
          one.type === type &&
          (participant === undefined || one.data['participant'] === participant),
      ),
    shown: (view, cohort) => views.get(`${view} ${cohort}`) ?? 0,
    broken: () => broken,
  }
}

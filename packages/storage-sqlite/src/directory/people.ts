import { Port } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { changingWith, reading } from '../attempt.ts'
import { key, read, write } from '../text.ts'
import { erasedIn } from './gone.ts'
import { listingCohorts } from './listed.ts'

const serialise = E.traverseArray((person: Port.Profile) =>
  pipe(
    write(person),
    E.map((json) => [key(person.participant), json] as const),
  ),
)

/** The people of a directory, and the cohorts that are listed with them. */
export const peopleIn = (
  database: Database.Database,
): Pick<Port.Directory, 'putPeople' | 'findPeople' | 'listCohort' | 'cohortsOf'> => {
  const put = database.prepare<[string, string]>(
    `INSERT INTO participant (participant, person) VALUES (?, ?)
     ON CONFLICT (participant) DO UPDATE SET person = excluded.person`,
  )
  const erased = erasedIn(database)
  const putAll = database.transaction((people: ReadonlyArray<readonly [string, string]>) => {
    people
      .filter(([participant]) => !erased.has(participant))
      .forEach((person) => put.run(...person))
  }).immediate
  const find = database
    .prepare<[string], string>(
      `SELECT person FROM participant
       WHERE participant IN (SELECT value FROM json_each(?)) AND person IS NOT NULL`,
    )
    .pluck()
  const list = database.prepare<[string, string]>(
    'INSERT INTO listed (participant, cohort) VALUES (?, ?) ON CONFLICT DO NOTHING',
  )
  const listAll = database.transaction(
    (cohort: string, participants: ReadonlyArray<string>): E.Either<Port.Erased, void> => {
      if (participants.some(erased.has)) return E.left({ _tag: 'Erased' })
      participants.forEach((participant) => list.run(participant, cohort))
      return E.right(undefined)
    },
  ).immediate
  const cohortsOf = listingCohorts(database)

  return {
    putPeople: (people) =>
      changingWith(
        database,
        () => E.flatMap(serialise)(Port.readPeople(people)),
        (written) => E.right(putAll(written)),
      ),
    findPeople: (participants) =>
      reading(database, () => {
        const found = find
          .all(JSON.stringify(participants.map(key)))
          .map((json) => read(json) as Port.Profile)
        return new Map(found.map((person) => [person.participant, person]))
      }),
    listCohort: (cohort, participants) =>
      changingWith(
        database,
        (): E.Either<Port.Erased, ReadonlyArray<string>> => E.right(participants.map(key)),
        (ids) => listAll(key(cohort), ids),
      ),
    cohortsOf: (participant) => reading(database, () => cohortsOf(participant)),
  }
}

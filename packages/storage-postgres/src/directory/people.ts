import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Connections } from '../connections.ts'
import { key, read, unkey, write } from '../text.ts'

const serialise = E.traverseArray((person: Port.Profile) =>
  pipe(
    write(person),
    E.map((json) => [key(person.participant), json] as const),
  ),
)

type People = Pick<Port.Directory, 'putPeople' | 'findPeople' | 'listCohort' | 'cohortsOf'>

/** The people of a directory, and the cohorts that are listed with them. */
export const peopleIn = ({ use, schema, patience }: Connections): People => {
  const put = `SELECT ${schema}.put_people($1::jsonb, $2::integer)`
  const find = `SELECT person FROM ${schema}.participant
    WHERE participant = ANY ($1::text[]) AND person IS NOT NULL`
  const list = `SELECT ${schema}.list_cohort($1, $2::jsonb, $3::integer) AS "isListed"`
  const ofPerson = `SELECT cohort FROM ${schema}.listed WHERE participant = $1 ORDER BY cohort`
  return {
    putPeople: (people) => async () => {
      const written = E.flatMap(serialise)(Port.readPeople(people))
      if (E.isLeft(written)) return written
      // Of somebody who is there twice the later one counts.
      const each = JSON.stringify(Array.from(new Map(written.right)))
      return use(async (ask) => {
        await ask(put, [each, patience])
      })
    },
    findPeople: (participants) => () =>
      use(async (ask) => {
        const rows = await ask<{ person: string }>(find, [participants.map(key)])
        const people = rows.map(({ person }) => read(person) as Port.Profile)
        return new Map(people.map((person) => [person.participant, person]))
      }),
    listCohort: (cohort, participants) => async () => {
      const given = [key(cohort), JSON.stringify(participants.map(key)), patience]
      const answer = await use((ask) => ask<{ isListed: boolean }>(list, given))
      if (E.isLeft(answer)) return answer
      return answer.right[0]?.isListed === true ? E.right(undefined) : E.left({ _tag: 'Erased' })
    },
    cohortsOf: (participant) => () =>
      use(async (ask) => {
        const rows = await ask<{ cohort: string }>(ofPerson, [key(participant)])
        return rows.map(({ cohort }) => unkey(cohort) as Port.Erasing['cohorts'][number])
      }),
  }
}

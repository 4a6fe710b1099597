import { Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Connections } from '../connections.ts'
import { key, unkey } from '../text.ts'

type Cohorts = ReadonlyArray<string>

const erasingOf = (participant: Values.ParticipantId, cohorts: Cohorts): Port.Erasing => ({
  participant,
  cohorts: cohorts.map((cohort) => unkey(cohort) as Values.CohortId),
})

/** How people go out of a directory. */
export const erasingIn = ({
  use,
  schema,
  patience,
}: Connections): Pick<Port.Directory, 'erase' | 'told' | 'erasing'> => {
  const erase = `SELECT ${schema}.erase($1::jsonb, $2::integer) AS "toTell"`
  const tell = `SELECT ${schema}.tell($1, $2::jsonb, $3::integer)`
  const marked = (comparison: '>' | '>='): string =>
    `SELECT participant, ${schema}.cohorts_of(participant) AS cohorts FROM ${schema}.participant
     WHERE erased AND participant ${comparison} $1 ORDER BY participant LIMIT $2`
  return {
    erase: (participants) => () => {
      const ids = Array.from(participants)
      return use(async (ask) => {
        const given = JSON.stringify(ids.map(key))
        const [row] = await ask<{ toTell: ReadonlyArray<Cohorts> | null }>(erase, [given, patience])
        return ids.map((id, i) => erasingOf(id, row?.toTell?.[i] ?? []))
      })
    },
    told: (cohort, participants) => () => {
      const given = [key(cohort), JSON.stringify(participants.map(key)), patience]
      return use(async (ask) => {
        await ask(tell, given)
      })
    },
    erasing: (page) => async () => {
      const asked = Port.soundPage(page)()
      if (E.isLeft(asked)) return asked
      const { after, limit } = asked.right
      return use(async (ask) => {
        const rows = await ask<{ participant: string; cohorts: Cohorts }>(
          marked(after === undefined ? '>=' : '>'),
          [key(after ?? ''), limit],
        )
        return rows.map(({ participant, cohorts }) =>
          erasingOf(unkey(participant) as Values.ParticipantId, cohorts),
        )
      })
    },
  }
}

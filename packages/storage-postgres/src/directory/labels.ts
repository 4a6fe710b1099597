import type { Port, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Connections } from '../connections.ts'
import { key, read, unkey, write } from '../text.ts'

interface Row {
  readonly code: string
  readonly label: string
}

const serialise = E.traverseArray(({ language, code, label }: Port.Label) =>
  pipe(
    write(label),
    E.map((json) => [key(language), key(code), json] as const),
  ),
)

type Labels = Pick<Port.Directory, 'putLabels' | 'labels' | 'salt' | 'secret'>

/** What codes are called, the salts of cohorts, and secrets. */
export const labelsIn = ({ use, schema, patience }: Connections): Labels => {
  const put = `SELECT ${schema}.put_labels($1::jsonb, $2::integer)`
  const ofLanguage = `SELECT code, label FROM ${schema}.label WHERE language = $1`
  const keeping = (what: 'salt' | 'secret') => {
    const statement = `SELECT ${schema}.keep_${what}($1, $2, $3::integer) AS kept`
    return (of: string, fresh: string) => () =>
      use(async (ask) => {
        const [row] = await ask<{ kept: string }>(statement, [key(of), key(fresh), patience])
        return unkey(row?.kept ?? key(fresh))
      })
  }
  return {
    putLabels: (labels) => async () => {
      const written = serialise(labels)
      if (E.isLeft(written)) return written
      // Of one that is there twice the later counts.
      const each = new Map(written.right.map((one) => [JSON.stringify(one.slice(0, 2)), one]))
      const given = JSON.stringify(Array.from(each.values()))
      return use(async (ask) => {
        await ask(put, [given, patience])
      })
    },
    labels: (language) => () =>
      use(async (ask) => {
        const rows = await ask<Row>(ofLanguage, [key(language)])
        return new Map(
          rows.map(({ code, label }) => [unkey(code) as Values.Code, read(label) as string]),
        )
      }),
    salt: keeping('salt'),
    secret: keeping('secret'),
  }
}

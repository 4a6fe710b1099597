import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Connections } from '../connections.ts'
import { key, read, write } from '../text.ts'

/** The texts of a directory, each listed with its author and its subjects. */
export const textsIn = ({
  use,
  schema,
  patience,
}: Connections): Pick<Port.Directory, 'putText' | 'findText'> => {
  const put = `SELECT ${schema}.put_words($1, $2::jsonb, $3, $4::integer)`
  const find = `SELECT words FROM ${schema}.words WHERE text = $1`
  return {
    putText: (given) => async () => {
      const text = Port.readText(given)
      if (E.isLeft(text)) return text
      const { author, subjects } = text.right
      const words = write(text.right)
      if (E.isLeft(words)) return words
      const of = JSON.stringify(Array.from(new Set([author, ...subjects].map(key))))
      const asked = [key(text.right.text), of, words.right, patience]
      return use(async (ask) => {
        await ask(put, asked)
      })
    },
    findText: (text) => () =>
      use(async (ask) => {
        const [row] = await ask<{ words: string }>(find, [key(text)])
        return row === undefined ? undefined : (read(row.words) as Port.Text)
      }),
  }
}

import { Values, type Port } from '@reverse-mentoring/core'
import * as t from 'io-ts'

/** Where an answer goes on. Made by one page for the next, and good for nothing else. */
export const PageToken = t.brand(
  t.string,
  (text): text is t.Branded<string, { readonly PageToken: symbol }> =>
    /^[\w-]{20,4000}$/.test(text),
  'PageToken',
)
export type PageToken = t.TypeOf<typeof PageToken>

const Place = t.tuple([t.string, Values.CohortId])

type At = Pick<Port.PlacedRow, 'key' | 'cohort'>

export const writeToken = ({ key, cohort }: At): PageToken => {
  const token = Buffer.from(JSON.stringify([key, cohort])).toString('base64url')
  if (PageToken.is(token)) return token
  throw new TypeError('a token that is none')
}

/** The place that a token stands for; `undefined` for what no page made. */
export const readToken = (token: PageToken): At | undefined => {
  try {
    const place: unknown = JSON.parse(Buffer.from(token, 'base64url').toString())
    return Place.is(place) ? { key: place[0], cohort: place[1] } : undefined
  } catch {
    return undefined
  }
}

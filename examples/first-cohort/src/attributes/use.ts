import type { Values } from '@reverse-mentoring/core'
import { isAttributeCode, type AttributeKind as Kind } from '@reverse-mentoring/roster'

/** What an attribute counts for. Without points it is a must. */
export interface Use {
  /** As it was asked for. */
  readonly text: string
  readonly attribute: Values.Code
  readonly how: How
  readonly points?: number
}

/** How two people compare in an attribute: by a word, or by what each of the two is. */
export type How =
  | { readonly _tag: 'share' | 'differ' | 'apart' | 'close' }
  | { readonly _tag: 'pattern'; readonly junior?: string; readonly senior?: string }

/** What cells must hold for a use; a pattern is of identity, which is text. */
export const kindFor: Readonly<Record<How['_tag'], Kind>> = {
  share: 'list',
  differ: 'text',
  apart: 'number',
  close: 'number',
  pattern: 'text',
}

const howOf = (text: string): How | undefined => {
  if (text === 'share' || text === 'differ' || text === 'apart' || text === 'close')
    return { _tag: text }
  const [, junior = '', senior = ''] = /^([^/]+)\/([^/]+)$/.exec(text) ?? []
  if (junior === '' || (junior === '*' && senior === '*')) return undefined
  const of = (word: string) => word.trim().toLowerCase()
  return {
    _tag: 'pattern',
    ...(junior !== '*' && { junior: of(junior) }),
    ...(senior !== '*' && { senior: of(senior) }),
  }
}

const advice =
  'Write skills=share:10, site=differ:5, pace=apart:2 or pace=close:2, gender=woman/man:30; without points it is a must.'

/** Reads `skills=share:10`; a text that says what is wrong otherwise. */
export const readUse = (text: string): Use | string => {
  const [, name = '', word = '', number] = /^([^=]*)=([^:]+)(?::(.*))?$/.exec(text) ?? []
  const [attribute, how] = [name, howOf(word)]
  if (!isAttributeCode(attribute) || how === undefined) return advice
  if (number === undefined)
    return how._tag === 'apart' || how._tag === 'close'
      ? `${word} counts by the step: write ${attribute}=${word}:2 for two points each.`
      : { text, attribute, how }
  const points = Number(number)
  return /^\d{1,4}$/.test(number) && points > 0
    ? { text, attribute, how, points }
    : 'Points are a whole number from 1 to 9999.'
}

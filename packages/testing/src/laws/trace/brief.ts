import { inspect } from 'node:util'

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{8}(?=[0-9a-f]{4})/gi

/** How much of a text, a list and an object is told. */
const most = { text: 60, items: 3, fields: 8, depth: 3 }

const briefText = (text: string): string => {
  const short = text.replace(ID, '…')
  const cut = short.length > most.text ? `${short.slice(0, most.text)}…` : short
  // What is plain needs no quotes.
  return /^[\w…/-]+$/.test(cut) ? cut : JSON.stringify(cut)
}

const briefItems = (items: Iterable<unknown>, size: number, depth: number): string => {
  const told: Array<string> = []
  for (const item of items) {
    if (told.length === most.items) break
    told.push(brief(item, depth + 1))
  }
  return [...told, ...(size > told.length ? [`… ${String(size)} in all`] : [])].join(', ')
}

const briefObject = (value: object, depth: number): string => {
  if ('id' in value && 'meta' in value) return brief(value.id)
  if (depth >= most.depth) return '{…}'
  const fields = Object.entries(value).filter(([name]) => name !== '_tag')
  const tag = '_tag' in value && typeof value._tag === 'string' ? value._tag : ''
  const told = fields
    .slice(0, most.fields)
    .map(([name, item]) => `${briefText(name)}: ${brief(item, depth + 1)}`)
  const body = [...told, ...(fields.length > told.length ? ['…'] : [])].join(', ')
  return tag === '' ? `{${body}}` : `${tag}${body === '' ? '' : ` {${body}}`}`
}

/** A value in some words, however large it is: ids by their last digits, records by their ids, the first of many. */
export const brief = (value: unknown, depth = 0): string => {
  if (typeof value === 'string') return briefText(value)
  if (value === undefined) return 'nothing'
  if (typeof value === 'function') return 'a function'
  if (value === null) return 'null'
  // Numbers (NaN and bigint among them), truth values and symbols.
  if (typeof value !== 'object') return inspect(value)
  if (value instanceof Date) return `Date ${String(value.getTime())}`
  if (value instanceof Map) return `Map(${briefItems(value, value.size, depth)})`
  if (Array.isArray(value)) return `[${briefItems(value, value.length, depth)}]`
  return briefObject(value, depth)
}

import { type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import {
  attributeFault,
  knownAttributes,
  topicCode,
  type AttributeKind as Kind,
} from '@reverse-mentoring/roster'
import type { AttributeColumn } from './column.ts'
import type { AttributeOptions } from './options.ts'
import { kindFor, type Use } from './use.ts'

/** Attributes that were asked for, and that make sense together. */
export interface Attributes {
  readonly columns: ReadonlyArray<AttributeColumn & { readonly kind: Kind }>
  readonly identity: ReadonlyArray<AttributeColumn>
  readonly uses: ReadonlyArray<Use>
  /** The code under which the cohort records why identity may be read. */
  readonly legalBasis?: Values.Code
}

/** Nothing was asked for. */
export const noAttributes: Attributes = { columns: [], identity: [], uses: [] }

/** With this legal basis identity is read of who agreed, and of nobody else. */
export const consent = 'consent'

/** What is wrong with the columns by themselves, as the roster says it. */
const badColumns = ({ attribute = [], identity = [] }: AttributeOptions): string | undefined => {
  const fault = attributeFault(attribute, identity)
  return fault === undefined ? undefined : `${capital(fault.problem)}: ${fault.mend}.`
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

const badBasis = ({ identity = [], legalBasis }: AttributeOptions): string | undefined => {
  const [first] = identity
  if (first === undefined)
    return legalBasis === undefined
      ? undefined
      : '--legal-basis says why --identity may be read, and there is no --identity.'
  if (legalBasis === undefined)
    return `${first.code} is read only for a reason that the cohort records. Say it with --legal-basis "…"; with --legal-basis consent it is read only of people who agreed.`
  return topicCode(legalBasis) === undefined
    ? '--legal-basis is recorded in at most 40 letters and digits: name it in short.'
    : undefined
}

const kindOf = (
  { code, kind }: AttributeColumn,
  uses: ReadonlyArray<Use>,
): E.Either<string, Kind> => {
  const used = uses.filter(({ attribute }) => attribute === code)
  const wanted = [...new Set(used.map(({ how }) => kindFor[how._tag]))]
  const [first = kind ?? 'text', second] = wanted
  if (second !== undefined || (kind !== undefined && kind !== first)) {
    const told = used.map(({ text }) => `--use ${text}`).join(' and ')
    return E.left(
      `${told}: share needs a list, differ a text, apart and close a whole number; ${code} can be only one of them.`,
    )
  }
  return E.right(first)
}

const badUse = (
  { text, attribute, how }: Use,
  columns: ReadonlyArray<AttributeColumn>,
  identity: ReadonlyArray<AttributeColumn>,
): string | undefined => {
  if (identity.some(({ code }) => code === attribute))
    return how._tag === 'pattern'
      ? undefined
      : `--use ${text}: identity counts by a pattern, such as ${attribute}=woman/man:30.`
  const kind = knownAttributes.get(attribute)
  if (kind === undefined && columns.every(({ code }) => code !== attribute)) {
    const all = [...columns, ...identity].map(({ code }) => code)
    return `--use ${text}: there is no attribute “${attribute}”; there are ${[...knownAttributes.keys(), ...all].join(', ')}. Name its column with --attribute ${attribute}="…".`
  }
  if (how._tag === 'pattern')
    return `--use ${text}: a pattern is for identity; for an attribute write share, differ, apart or close.`
  return kind === undefined || kind === kindFor[how._tag]
    ? undefined
    : `--use ${text}: ${attribute} is a ${kind}; write ${attribute}=${kind === 'list' ? 'share' : 'differ'}.`
}

/** Whether what was asked of attributes makes sense; the first thing that does not, in a sentence. */
export const checkAttributes = (asked: AttributeOptions): E.Either<string, Attributes> => {
  const { attribute = [], identity = [], legalBasis, use = [] } = asked
  const bad =
    badColumns(asked) ??
    badBasis(asked) ??
    use.map((one) => badUse(one, attribute, identity)).find((text) => text !== undefined)
  if (bad !== undefined) return E.left(bad)
  const columns: Array<Attributes['columns'][number]> = []
  for (const column of attribute) {
    const kind = kindOf(column, use)
    if (E.isLeft(kind)) return kind
    columns.push({ ...column, kind: kind.right })
  }
  const basis = legalBasis === undefined ? undefined : topicCode(legalBasis)
  return E.right({
    columns,
    identity,
    uses: use,
    ...(basis !== undefined && { legalBasis: basis }),
  })
}

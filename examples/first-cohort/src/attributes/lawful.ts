import type { Event, Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { consent, type Attributes } from './check.ts'

type Rules = ReadonlyArray<Event.MatchingRule>

/** A rule as the cohort records it, where it reads identity: with why, and of whom. */
const withBasis = (
  rule: Event.MatchingRule,
  reads: ReadonlyArray<string>,
  { identity, legalBasis }: Attributes,
): Event.MatchingRule => {
  const attributes = identity.map(({ code }) => code).filter((code) => reads.includes(code))
  if (legalBasis === undefined || rule.legalBasis !== undefined || attributes.length === 0)
    return rule
  return legalBasis === consent ? { ...rule, legalBasis } : { ...rule, legalBasis, attributes }
}

/**
 * The rules of a policy with the legal basis of those that read identity. Identity that nothing reads is not taken, and a
 * policy that reads some that nobody may is told so before anything begins. Of a policy that is only compared with another
 * one, that one may read it.
 */
export const lawfulRules = (
  { reads = [] }: Pick<Port.MatchingPolicy, 'reads'>,
  rules: Rules,
  attributes: Attributes,
  isOther = false,
): E.Either<string, Rules> => {
  const all = new Map(rules.map((rule) => [rule.code, rule]))
  for (const { rule, attributes: read } of reads) {
    const before = all.get(rule) ?? { code: rule, disclosure: 'none' as const }
    const after = withBasis(before, read, attributes)
    if (after.legalBasis === undefined)
      return E.left(
        `The policy reads ${read.join(', ')} in “${rule}”: name the column with --identity ${read[0] ?? ''}="…", and why it may with --legal-basis "…".`,
      )
    all.set(rule, after)
  }
  const idle = isOther
    ? undefined
    : attributes.identity.find(({ code }) => reads.every((use) => !use.attributes.includes(code)))
  return idle === undefined
    ? E.right([...all.values()])
    : E.left(
        `Nothing reads ${idle.code}, so it is not taken from the file: say what it counts for, such as --use ${idle.code}=woman/man:30, choose a policy that reads it, or leave --identity out.`,
      )
}

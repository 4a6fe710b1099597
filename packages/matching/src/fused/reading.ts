import type { Event, Port, Values } from '@reverse-mentoring/core'

/** What is wrong with a part of criteria that reads identity attributes without leave. */
export const unlawful = 'reads identity attributes: record its legal basis when the cohort opens'

export const hasLegalBasis = (
  rules: ReadonlyArray<Event.MatchingRule>,
  code: Values.Code,
): boolean => rules.some((rule) => rule.code === code && rule.legalBasis !== undefined)

/** The identity attributes that parts of criteria say that they read. */
export const readsOf = (
  parts: ReadonlyArray<{ readonly code: Values.Code; readonly reads?: ReadonlyArray<string> }>,
): ReadonlyArray<Port.IdentityUse> =>
  parts.flatMap(({ code, reads = [] }) =>
    reads.length === 0 ? [] : [{ rule: code, attributes: reads }],
  )

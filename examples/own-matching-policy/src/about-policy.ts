import { basename } from 'node:path'
import type { Port } from '@reverse-mentoring/core'

/** A policy, and the name or module by which it was asked for. */
export interface Named {
  readonly policy: Port.MatchingPolicy
  readonly asked: string
}

const byModule = ({ policy, asked }: Named): string =>
  asked === policy.id ? asked : `${policy.id} (${basename(asked)})`

/** What two policies are called: by their ids, and where these are the same also by what was asked for. */
export const namesOf = (first: Named, second: Named): readonly [string, string] =>
  first.policy.id === second.policy.id
    ? [byModule(first), byModule(second)]
    : [first.policy.id, second.policy.id]

/** A module of one's own is not bound to the type. */
type Claims = Partial<Port.PolicyClaims> | undefined

const claimOf = (claims: Claims): string => {
  if (claims === undefined)
    return 'it does not say what it claims; “claims: {}” says that it claims nothing'
  const claimed = [
    ...(claims.optimal === undefined ? [] : [`optimal (${claims.optimal})`]),
    ...(claims.stable === undefined ? [] : ['stable']),
  ]
  return claimed.length === 0
    ? 'it claims nothing of its results'
    : `it claims that its results are ${claimed.join(' and ')}`
}

/** The sentence of which policy ran, in which version, and what it claims. */
export const tellPolicy = ({ version, claims }: Port.MatchingPolicy, name: string): string =>
  `Policy ${name}, version ${version}: ${claimOf(claims)}.`

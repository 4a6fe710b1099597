import { Matching, type Port } from '@reverse-mentoring/core'

/** What a policy says of itself that can cross threads: no function can. */
export type About = Pick<Port.MatchingPolicy, 'id' | 'version' | 'claims' | 'reads'>

/** Whether something says of itself what a policy does. */
export const isAbout = (found: unknown): found is About =>
  typeof found === 'object' &&
  found !== null &&
  'id' in found &&
  typeof found.id === 'string' &&
  'version' in found &&
  typeof found.version === 'string' &&
  (!('reads' in found) || found.reads === undefined || Matching.areUses(found.reads))

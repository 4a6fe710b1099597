import { Matching, type Port } from '@reverse-mentoring/core'

const isPolicy = (found: unknown): found is Port.MatchingPolicy =>
  typeof found === 'object' &&
  found !== null &&
  'propose' in found &&
  typeof found.propose === 'function' &&
  'id' in found &&
  typeof found.id === 'string' &&
  'version' in found &&
  typeof found.version === 'string' &&
  (!('reads' in found) || found.reads === undefined || Matching.areUses(found.reads))

/** The policy that a loaded module exports as `policy` or by default; `undefined` if it exports none. */
export const ofModule = (module: unknown): Port.MatchingPolicy | undefined =>
  typeof module === 'object' && module !== null
    ? [Reflect.get(module, 'policy'), Reflect.get(module, 'default')].find(isPolicy)
    : undefined

import type { Port } from '@reverse-mentoring/core'
import { isAbout } from './about.ts'

const isPolicy = (found: unknown): found is Port.MatchingPolicy =>
  isAbout(found) && 'propose' in found && typeof found.propose === 'function'

/** The policy that a loaded module exports as `policy` or by default; `undefined` if it exports none. */
export const ofModule = (module: unknown): Port.MatchingPolicy | undefined =>
  typeof module === 'object' && module !== null
    ? [Reflect.get(module, 'policy'), Reflect.get(module, 'default')].find(isPolicy)
    : undefined

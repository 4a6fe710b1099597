import type { Port, Values } from '@reverse-mentoring/core'
import { setTimeout } from 'node:timers/promises'
import optimal from './optimal.ts'

/** Awaits something before it proposes, and tells how far it is. */
export const policy: Port.AsyncMatchingPolicy = {
  id: 'awaits' as Values.Code,
  version: '1' as Values.Version,
  claims: {},
  propose: async (pool, context, { onProgress }) => {
    onProgress?.(0.25)
    await setTimeout(60)
    onProgress?.(0.5)
    return optimal.propose(pool, context)
  },
}

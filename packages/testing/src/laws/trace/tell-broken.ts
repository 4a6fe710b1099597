import { AssertionError } from 'node:assert'
import { difference } from './difference.ts'
import type { Trace } from './trace.ts'

/** Of these it says something what was expected and what came; the others compare with `true` or an expression. */
const comparing = ['deepStrictEqual', 'strictEqual', 'deepEqual', 'equal']

/** How something was broken: what was expected, and what came. */
export const whyOf = (reason: unknown): string => {
  if (!(reason instanceof Error)) return String(reason)
  if (!(reason instanceof AssertionError) || !comparing.includes(reason.operator))
    return reason.message
  const { actual, expected, generatedMessage, message } = reason
  // Node appends a diff to a message of one's own.
  const [own = ''] = generatedMessage ? [] : message.split('\n')
  return `${own === '' ? '' : `${own}: `}${difference(actual, expected)}`
}

/** How a law was broken: what was expected, what came, and what the adapter had been asked up to then, by number. */
export const tellBroken = (reason: unknown, trace: Trace): string => {
  const calls = trace.told()
  return calls === '' ? whyOf(reason) : `${whyOf(reason)}\nafter these calls\n${calls}`
}

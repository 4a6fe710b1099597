import { policyInWorker } from '@reverse-mentoring/matching/worker'
import * as E from 'fp-ts/lib/Either.js'
import { context, mentee, mentor, poolOf } from '../../people.ts'

/** Opens a policy in a worker and runs it, and says how that went. */
const policy = await policyInWorker({ module: new URL('optimal.ts', import.meta.url) })()
const answer = E.isRight(policy)
  ? await policy.right.propose(poolOf([mentor(1)], [mentee(2)]), context, {})
  : policy
process.stdout.write(answer._tag)

import type { Matching, Port, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { workerData } from 'node:worker_threads'

/** Fails with all that it can see, of what it is handed and of what its thread was started with. */
const policy: Port.MatchingPolicy = {
  id: 'looks' as Values.Code,
  version: '1' as Values.Version,
  claims: {},
  reads: [{ rule: 'mine' as Values.Code, attributes: ['gender'] }],
  propose: (pool: Matching.ReadingPool, context) =>
    E.left({
      _tag: 'PolicyFailure',
      problem: JSON.stringify({ pool, context, workerData: workerData as unknown }),
    }),
}
export default policy

import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Connections, Given } from '../connections.ts'
import { key } from '../text.ts'
import { claiming } from './claim.ts'
import { committing } from './commit.ts'
import { readingIn } from './read.ts'
import { settling } from './settle.ts'
import { sweeping } from './sweep.ts'

/** The outbox of a log. */
export const outboxIn = (connections: Connections): Port.Outbox => {
  const { use, schema, patience } = connections
  /** Does something of which there is no answer. */
  const doing = (
    call: string,
    given: Given,
    fault?: Port.Misused,
  ): TaskEither<Port.Misused | Port.Unavailable, void> => {
    if (fault !== undefined) return () => Promise.resolve(E.left(fault))
    return () =>
      use(async (ask) => {
        await ask(`SELECT ${schema}.${call}`, [...given, patience])
      })
  }
  const textOf = (ids: ReadonlyArray<string>): string => JSON.stringify(ids.map(key))
  return {
    ...readingIn(connections),
    commit: committing(connections),
    claim: claiming(connections),
    settle: settling(connections),
    retry: (ids, due) =>
      doing(
        'retry_notices($1::jsonb, $2, $3::integer)',
        [textOf(ids), due],
        Port.instantFault(due),
      ),
    forget: (people) => doing('forget_notices($1::jsonb, $2::integer)', [textOf(people)]),
    sweep: sweeping(connections),
  }
}

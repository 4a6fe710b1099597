import { Matching, type Cohort, type Port } from '@reverse-mentoring/core'
import { Explanation } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'

type Idle = ReadonlyArray<Explanation.IdleLimit>

const said = (limit: Explanation.IdleLimit): string => {
  const labels = new Map([[limit.code, limit.code.replace(/-/g, ' ')]])
  return `Note: ${Explanation.render(limit, { nameOf: (participant) => participant, labels })}`
}

/** What a policy limits and nobody in a cohort belongs to, in a sentence each: it may be meant so, or misspelt. */
export const idleNotes = (
  policy: Port.MatchingPolicy,
  cohort: Cohort.Cohort,
  directory: Pick<Port.Directory, 'findPeople'>,
  context: Port.MatchingContext,
): TE.TaskEither<Port.Misused | Port.Unavailable, ReadonlyArray<string>> =>
  pipe(
    directory.findPeople(Matching.peopleInPool(cohort)),
    TE.map((people) => {
      const idle = Explanation.idleLimits(policy, Matching.matchingPool(cohort, people), context)
      // Of a policy that fails here the draft tells.
      return E.getOrElse((): Idle => [])(idle).map(said)
    }),
  )

import type { MatchingRan } from '../event/pairing.ts'
import type { RunId } from '../../values/id.ts'
import type { Cohort } from './cohort.ts'
import { get } from './table.ts'

/** Under what a part of a run is kept, once another part has taken the run's id. */
export const partKey = (run: RunId, part: number): string => `${run} ${String(part)}`

/** The part of a run that was recorded after another part of it. */
export const recordedPart = (
  cohort: Cohort,
  { run, part }: Pick<MatchingRan, 'run' | 'part'>,
): MatchingRan | undefined => {
  const claim = get(cohort.claims, partKey(run, part))
  return claim?.type === 'MatchingRan' ? claim : undefined
}

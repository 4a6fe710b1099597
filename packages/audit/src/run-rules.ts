import type { Event } from '@reverse-mentoring/core'
import { faultIf, type Fault } from './broken.ts'
import type { Memory } from './memory.ts'

/** INV29: every recorded pair of a run keeps INV2 to INV8, and the run stands right behind its pairs. */
export const runFaults = (
  { run }: Memory,
  event: Event.CohortEvent,
  ofMatch: ReadonlyArray<Fault>,
): ReadonlyArray<Fault> => {
  const next = event.type === 'Matched' || event.type === 'MatchingRan' ? event.run : undefined
  const isOfRun = event.type === 'Matched' && event.run !== undefined
  const told = run?.id === next ? (run?.pairs ?? 0) : 0
  return [
    ...faultIf(isOfRun && ofMatch.length > 0, 'INV29', 'a run recorded a pair that may not be'),
    ...faultIf(run !== undefined && run.id !== next, 'INV29', 'pairs without their run'),
    ...faultIf(
      event.type === 'MatchingRan' && event.part > event.of,
      'INV29',
      'more parts than the run has',
    ),
    ...faultIf(
      event.type === 'MatchingRan' && event.pairs !== told,
      'INV29',
      'a run that is not right behind its pairs',
    ),
  ]
}

import type { MatchingRan } from '../cohort/event/pairing.ts'

/** A run is told in parts, each once. */
export const partOf = ({ run, part }: MatchingRan): string => `${run} ${String(part)}`

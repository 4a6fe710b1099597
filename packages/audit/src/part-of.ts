import type { Event } from '@reverse-mentoring/core'

/** A run is told in parts, each once. */
export const partOf = ({ run, part }: Event.MatchingRan): string => `${run} ${String(part)}`

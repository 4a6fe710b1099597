import type { Port } from '@reverse-mentoring/core'

/** Where views of cohorts stopped in the life of this process. */
export interface Tried {
  readonly add: (of: Port.ViewOf, parked: Port.Parked) => void
  readonly has: (of: Port.ViewOf, parked: Port.Parked) => boolean
}

const place = ({ view, cohort }: Port.ViewOf, { revision }: Port.Parked): string =>
  `${view} ${cohort} ${String(revision)}`

/** Nothing has been tried. */
export const nothingTried = (): Tried => {
  const places = new Set<string>()
  return {
    add: (of, parked) => void places.add(place(of, parked)),
    has: (of, parked) => places.has(place(of, parked)),
  }
}

import type { Port } from '@reverse-mentoring/core'

/** Where views of cohorts stopped in the life of this process. */
export interface Tried {
  readonly add: (of: Port.ViewOf, parked: Port.Parked) => void
  readonly has: (of: Port.ViewOf, parked: Port.Parked) => boolean
}

const nameOf = ({ view, cohort }: Port.ViewOf): string => `${view} ${cohort}`

/** Nothing has been tried. It remembers one place of each view of a cohort: the last. */
export const nothingTried = (): Tried => {
  const places = new Map<string, number>()
  return {
    add: (of, { revision }) => void places.set(nameOf(of), revision),
    has: (of, { revision }) => places.get(nameOf(of)) === revision,
  }
}

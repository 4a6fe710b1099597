import type { ParticipantId } from '../../values/id.ts'
import type { Person } from './cohort.ts'
import type { Dated } from './dated.ts'

/** What was stated of the managers above somebody. */
export interface StatedLine {
  readonly chain: ReadonlyArray<ParticipantId>
  /** All direct managers, where there are several. */
  readonly direct?: ReadonlyArray<ParticipantId> | undefined
}

/** A line by itself, whatever else the same word says. */
export const lineIn = ({ chain, direct }: StatedLine): StatedLine => ({
  chain,
  ...(direct !== undefined && { direct }),
})

/** The line of somebody as it was stated last; nothing where it is not known. */
export const lineOf = (person: Person | undefined): Dated<StatedLine> | undefined =>
  person?.chain === undefined
    ? undefined
    : {
        value: lineIn({ chain: person.chain.value, direct: person.direct }),
        at: person.chain.at,
      }

/** The direct managers: those that were stated, else the nearest one above. */
export const directManagers = ({ chain, direct }: StatedLine): ReadonlyArray<ParticipantId> =>
  direct ?? chain.slice(0, 1)

/** Whether a line contradicts itself: a direct manager stands above, too. */
export const isSoundLine = ({ chain, direct = [] }: StatedLine): boolean => {
  const above = new Set(chain)
  return direct.every((manager) => above.has(manager))
}

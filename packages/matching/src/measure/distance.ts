import type { Matching } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { numbering } from './attribute.ts'
import { type Measure, unknown } from './measure.ts'

/** The chains of people, each different one once, as numbers of managers; -1 for the chain of somebody external. */
const chainsOf = (
  people: ReadonlyArray<Matching.Candidate>,
  managerOf: (id: string) => number,
): { readonly of: Int32Array; readonly chains: ReadonlyArray<Int32Array> } => {
  const number = numbering()
  const of = Int32Array.from(people, ({ chain, external }) =>
    number.of(external ? undefined : chain.join(' ')),
  )
  const chains = number
    .words()
    .map((chain) => Int32Array.from(chain === '' ? [] : chain.split(' '), managerOf))
  return { of, chains }
}

/**
 * Steps from both people up to their first common manager, less 2: 0 for two who report to the same one. Without a
 * common manager, or farther, it is `most`; unknown for who is external. O(chains of mentors) per mentee beside one
 * look-up per pair.
 */
export const organisationDistance =
  (most: number): Measure =>
  ({ mentors, mentees }) => {
    const managers = numbering()
    const theirs = chainsOf(mentors, managers.of)
    const own = chainsOf(mentees, managers.of)
    const stepsAt = new Int32Array(managers.words().length).fill(-1)
    const row = new Int32Array(theirs.chains.length)

    const distance = (chain: Int32Array): number => {
      for (let up = 0; up < chain.length; up += 1) {
        const steps = stepsAt[chain[up] ?? 0] ?? unknown
        if (steps >= 0) return Math.min(most, up + steps)
      }
      return most
    }
    return E.right({
      values: (mentee, list, count, into) => {
        const chain = own.chains[own.of[mentee] ?? unknown]
        if (chain === undefined) {
          into.fill(unknown, 0, count)
          return
        }
        for (let up = 0; up < chain.length; up += 1) stepsAt[chain[up] ?? 0] = up
        // Many mentors share chains: then each chain is looked at once.
        const isMany = count > row.length
        if (isMany)
          for (let i = 0; i < row.length; i += 1) row[i] = distance(theirs.chains[i] ?? chain)
        for (let at = 0; at < count; at += 1) {
          const other = theirs.of[list[at] ?? 0] ?? unknown
          if (other < 0) into[at] = unknown
          else into[at] = isMany ? (row[other] ?? 0) : distance(theirs.chains[other] ?? chain)
        }
        for (let up = 0; up < chain.length; up += 1) stepsAt[chain[up] ?? 0] = -1
      },
      most,
    })
  }

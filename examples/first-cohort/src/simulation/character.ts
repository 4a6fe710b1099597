import { Cohort, type Values } from '@reverse-mentoring/core'
import { shuffled } from './chance.ts'
import type { Setting } from './setting.ts'
import type { World } from './world.ts'

/** How a pairing will go, as life has it. */
export type Character =
  | 'silent'
  | 'mentee-declines'
  | 'mentor-declines'
  | 'withdraws'
  | 'fades'
  | 'stalls-and-recovers'
  | 'slips'
  | 'keeps-steady'

/** How many of so many pairings of one run go how; the rest keep steady. */
const quotas = (pairings: number): ReadonlyArray<readonly [Character, number]> => [
  ['silent', pairings >= 12 ? 1 : 0],
  ['mentee-declines', Math.round(pairings * 0.1)],
  ['mentor-declines', Math.round(pairings * 0.05)],
  ['withdraws', pairings >= 10 ? 1 : 0],
  ['fades', Math.round(pairings * 0.07)],
  ['stalls-and-recovers', Math.round(pairings * 0.18)],
  ['slips', Math.round(pairings * 0.15)],
]

/** The character of every pairing: a fixed share of each run, whatever the seed; who has which, the seed decides. */
export const charactersOf = (
  { chance }: Setting,
  { cohort }: World,
): ReadonlyMap<Values.PairingId, Character> => {
  const byRun = new Map<string, Array<Values.PairingId>>()
  for (const { pairing, matched } of Cohort.pairings(cohort)) {
    const run = matched.run ?? ''
    const pairings = byRun.get(run) ?? []
    pairings.push(pairing)
    byRun.set(run, pairings)
  }
  const characters = new Map<Values.PairingId, Character>()
  for (const pairings of byRun.values()) {
    const order = shuffled(pairings, (id) => chance('character', id))
    const shares = quotas(pairings.length).flatMap(([character, n]) =>
      Array.from({ length: n }, () => character),
    )
    for (const [place, id] of order.entries()) characters.set(id, shares[place] ?? 'keeps-steady')
  }
  return characters
}

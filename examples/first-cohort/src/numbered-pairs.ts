import type { Draft, DraftedPair } from '@reverse-mentoring/runtime'
import { pairingIdIn } from './simulation/pairing-id.ts'
import type { Setting } from './simulation/setting.ts'

/** A drafted pair under the number that its pairing has in the report. */
export interface NumberedPair {
  readonly number: number
  readonly pair: DraftedPair
}

/** The pairs of a draft in the order of the ids of their pairings: all are proposed at once, after so many others. */
export const numberedPairs = (
  setting: Pick<Setting, 'ids'>,
  run: number,
  { pairs }: Pick<Draft, 'pairs'>,
  before: number,
): ReadonlyArray<NumberedPair> => {
  const idOf = pairingIdIn(setting, run)
  return pairs
    .map((pair) => ({ pair, id: idOf(pair) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ pair }, i) => ({ number: before + i + 1, pair }))
}

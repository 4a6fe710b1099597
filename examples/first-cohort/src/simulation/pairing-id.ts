import { Values } from '@reverse-mentoring/core'
import type { DraftedPair } from '@reverse-mentoring/runtime'
import type { Setting } from './setting.ts'

/** The id under which a drafted pair of a run is recorded. */
export const pairingIdIn =
  ({ ids }: Pick<Setting, 'ids'>, run: number) =>
  ({ mentor, mentee }: Pick<DraftedPair, 'mentor' | 'mentee'>): Values.PairingId =>
    ids.of(Values.PairingId, run, mentor, mentee)

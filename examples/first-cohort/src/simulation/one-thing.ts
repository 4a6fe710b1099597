import { agreeing } from './agreeing.ts'
import { answering } from './answering.ts'
import { cancelling } from './cancelling.ts'
import type { Deed } from './deed.ts'
import { meeting } from './meeting.ts'
import { moving } from './moving.ts'
import type { Behaviour, Pair } from './pair.ts'
import { reviewing } from './reviewing.ts'
import { scheduling } from './scheduling.ts'
import { withdrawing } from './withdrawing.ts'

/** A planned session comes first, for its day passes; then what ends or begins something; what can wait comes last. */
const behaviours: ReadonlyArray<Behaviour> = [
  cancelling,
  meeting,
  withdrawing,
  answering,
  agreeing,
  moving,
  reviewing,
  scheduling,
]

/** A pairing does one thing a day, so that nothing of a day depends on another thing of the same day. */
export const oneThing = (pair: Pair): ReadonlyArray<Deed> => {
  for (const behaviour of behaviours) {
    const deeds = behaviour(pair)
    if (deeds.length > 0) return deeds
  }
  return []
}

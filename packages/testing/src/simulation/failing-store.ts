import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'

/** How a store fails: at random, but the same for the same chance. */
export interface Failing {
  /** A number from 0 up to, not including, 1. */
  readonly chance: () => number
  /** How many of ten appends do not arrive, and as many whose answer is lost; half as many reads fail. */
  readonly perTen: number
  /** The most records that one append may hold. */
  readonly largest: number
}

const nextTurn = (): Promise<void> =>
  new Promise((done) => {
    setImmediate(done)
  })

/** A store that loses appends, loses answers, does not answer reads, and refuses what is too large for it. */
export const failingStore = (
  store: Port.EventStore,
  { chance, perTen, largest }: Failing,
): Port.EventStore => ({
  ...store,
  append: (stream, expected, records) => async () => {
    await nextTurn()
    if (records.length > largest) return E.left(Port.tooLarge(largest, 'records'))
    const luck = chance() * 10
    if (luck < perTen) return E.left(Port.unavailable('the append was lost'))
    const answer = await store.append(stream, expected, records)()
    return luck < 2 * perTen ? E.left(Port.unavailable('the answer was lost')) : answer
  },
  readStream: (stream, page) => async () =>
    chance() * 20 < perTen
      ? E.left(Port.unavailable('the read was lost'))
      : store.readStream(stream, page)(),
})

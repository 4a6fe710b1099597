import { Values } from '@reverse-mentoring/core'
import { LRUCache } from 'lru-cache'

/** What each of the actors who spoke last said last. */
const lastSaid = new LRUCache<Values.ParticipantId, Values.Instant>({ max: 10_000 })

const byTheClock = (): Values.Instant => {
  const instant = new Date().toISOString()
  if (Values.Instant.is(instant)) return instant
  throw new TypeError('the clock shows no instant between the years 0 and 9999')
}

/**
 * The instant that it is now by this machine's clock; for an actor, later than any that it answered for them before, by
 * a millisecond at least: of two things that they say in one millisecond the second is the newer one.
 */
export const now = (by?: Pick<Values.Actor, 'id'>): Values.Instant => {
  const clock = byTheClock()
  if (by === undefined) return clock
  const before = lastSaid.get(by.id)
  const at = before === undefined || before < clock ? clock : Values.plusMillis(before, 1)
  lastSaid.set(by.id, at)
  return at
}

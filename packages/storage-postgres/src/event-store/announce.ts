import type { Connections } from '../connections.ts'

/** Milliseconds between two announcements. */
const pause = 50

/** What those listen to who wait for appends to a log. */
export const channelOf = (schema: string): string => `reverse_mentoring_${schema}`

/**
 * Tells other processes that something was appended: at once, then for what came meanwhile, and not for each append. It is
 * no part of an append, for a transaction that notifies keeps all others of its kind, of every tenant, waiting until it
 * is on the disk. Whether it comes to anybody, nobody is told: it is a hint.
 */
export const announcing = ({ run }: Connections, channel: string): (() => void) => {
  const state = { isWanted: false, isPausing: false }
  const announce = async (): Promise<void> => {
    state.isWanted = false
    state.isPausing = true
    await run((ask) =>
      ask(`SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, '')`, [channel]),
    )
    setTimeout(() => {
      state.isPausing = false
      if (state.isWanted) void announce()
    }, pause).unref()
  }
  return () => {
    state.isWanted = true
    if (!state.isPausing) void announce()
  }
}

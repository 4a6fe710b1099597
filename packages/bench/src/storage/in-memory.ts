import { existsSync } from 'node:fs'

/**
 * A folder in memory, if there is one: there a sync costs nothing. On a disk all peers wait for their syncs, which is most
 * of what an append takes; here is seen what they cost beside.
 */
export const inMemory: string | undefined = existsSync('/dev/shm') ? '/dev/shm' : undefined

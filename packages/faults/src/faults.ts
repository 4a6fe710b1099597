import { clock } from './fault/clock.ts'
import { crash } from './fault/crash.ts'
import { cut } from './fault/cut.ts'
import { deadlock } from './fault/deadlock.ts'
import type { Fault } from './fault/fault.ts'
import { freeze } from './fault/freeze.ts'
import { fullDisk } from './fault/full-disk.ts'
import { kill } from './fault/kill.ts'
import { poisoned } from './fault/poisoned.ts'
import { torn } from './fault/torn.ts'
import { altered } from './fault/altered.ts'

/** Every fault, in the order in which they come: the longest last. */
export const faults: ReadonlyArray<Fault> = [
  ...[crash, freeze, cut, fullDisk, deadlock, clock, poisoned, torn, altered, kill],
]

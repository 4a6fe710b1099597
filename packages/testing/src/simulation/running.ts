import type { Engine } from '@reverse-mentoring/runtime'
import type { Faults } from '../faults/faults.ts'
import type { Process } from './scheduler.ts'

/** An engine at work. */
export interface Running {
  readonly process: Process
  readonly engine: Engine
  readonly faults: Faults
  /** Is done when it has crashed. */
  readonly died: Promise<undefined>
}

/** A machine on which engines run, one after another. */
export interface Host {
  readonly name: string
  /** How many engines ran on it. */
  lives: number
  running: Running | undefined
}

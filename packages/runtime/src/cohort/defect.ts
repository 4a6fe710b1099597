import type { Command } from '@reverse-mentoring/core'
import { nameOf } from '../port/guarded.ts'

/** A fault of this software: something threw while one command was judged. Nothing came of the command. */
export interface Defect {
  readonly _tag: 'Defect'
  readonly command: Command.CommandType
  /** The kind of what was thrown; its message could hold what was stored. */
  readonly kind: string
}

export const defect = (command: Command.CommandType, thrown: unknown): Defect => ({
  _tag: 'Defect',
  command,
  kind: nameOf(thrown),
})

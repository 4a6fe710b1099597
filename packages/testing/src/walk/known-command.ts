import { Command } from '@reverse-mentoring/core'
import type fc from 'fast-check'
import { brief } from '../laws/trace/brief.ts'

/** The same arbitrary; throws where it is none, of whatever copy of fast-check. */
export const knownArbitrary = (
  given: fc.Arbitrary<Command.Command> | undefined,
): fc.Arbitrary<Command.Command> => {
  if (typeof given === 'object' && 'generate' in given) return given
  throw new Error(`\`also\` gave ${brief(given)}, and not an arbitrary of commands`)
}

/** The same command; throws where it is none of those that there are, for `decide` knows no other. */
export const knownCommand = (given: Command.Command | undefined): Command.Command => {
  if (typeof given !== 'object') throw new Error(`\`also\` gave ${brief(given)}, and not a command`)
  if (Object.hasOwn(Command.commands, given.type)) return given
  const all = Object.keys(Command.commands).join(', ')
  throw new Error(
    `\`also\` gave a command of the type “${given.type}”, and there is none: it is one of ${all}`,
  )
}

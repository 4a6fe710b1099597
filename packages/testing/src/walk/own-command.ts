import type { Command } from '@reverse-mentoring/core'
import fc from 'fast-check'
import { knownCommand, NotKnown } from '../known-kind.ts'
import { brief } from '../laws/trace/brief.ts'
import { at } from '../scene/the.ts'
import type { Also } from './options.ts'
import type { Maker } from './pool.ts'
import { asking } from './threw.ts'

/** The same arbitrary; throws where it is none, of whatever copy of fast-check. */
const knownArbitrary = (
  given: fc.Arbitrary<Command.Command> | undefined,
): fc.Arbitrary<Command.Command> => {
  if (typeof given === 'object' && 'generate' in given) return given
  throw new NotKnown(`\`also\` gave ${brief(given)}, and not an arbitrary of commands`)
}

/** One of a product's own commands; the numbers of the choice are its seed. */
export const ownCommand =
  (also: Also): Maker =>
  ({ cohort, clock, choice }) => {
    const { who, what, value, odd } = choice
    const seed = value + 100 * (what + 100 * (who + 100 * odd))
    const commands = knownArbitrary(asking('`also`', () => also(cohort, at(clock))))
    const [command] = asking('`also`', () => fc.sample(commands, { numRuns: 1, seed }))
    return knownCommand('`also` gave', command)
  }

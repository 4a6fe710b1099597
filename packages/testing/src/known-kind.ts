import { Command, Event } from '@reverse-mentoring/core'
import { brief } from './laws/trace/brief.ts'

/** Something handed over that is no command or event, told in words; a fault of a program, which no other try mends. */
export class NotKnown extends TypeError {}

const known = <Known extends { readonly type: string }>(
  giver: string,
  what: 'a command' | 'an event',
  kinds: object,
  given: Known | undefined | null,
): Known => {
  if (Array.isArray(given))
    throw new NotKnown(`${giver} a list, and not ${what}: hand over what is in it, by \`...\``)
  if (typeof given !== 'object' || given === null || typeof given.type !== 'string')
    throw new NotKnown(`${giver} ${brief(given)}, and not ${what}`)
  if (Object.hasOwn(kinds, given.type)) return given
  const all = Object.keys(kinds).join(', ')
  throw new NotKnown(
    `${giver} ${what} of the type “${given.type}”, and there is none: it is one of ${all}`,
  )
}

/** The same command; throws where it is none of those that there are, for `decide` knows no other. */
export const knownCommand = (giver: string, given: Command.Command | undefined): Command.Command =>
  known(giver, 'a command', Command.commands, given)

/** The same event; throws where it is none of those that there are, for `evolve` knows no other. */
export const knownEvent = (giver: string, given: Event.CohortEvent): Event.CohortEvent =>
  known(giver, 'an event', Event.events, given)

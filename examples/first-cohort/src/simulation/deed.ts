import type { Command, Port } from '@reverse-mentoring/core'

/** Something that somebody does: a command, and the words that go with it into the directory. */
export interface Deed {
  readonly command: Command.Command
  readonly text?: Port.Text
}

export const deed = (command: Command.Command): Deed => ({ command })

/** Deeds in the order in which they are said. */
export const inOrder = (deeds: ReadonlyArray<Deed>): ReadonlyArray<Deed> =>
  [...deeds].sort((a, b) =>
    a.command.at < b.command.at ? -1 : a.command.at > b.command.at ? 1 : 0,
  )

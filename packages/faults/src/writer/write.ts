import type { Engine, Sources } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import { stepsOf, type Given } from './commands.ts'

/** Who writes, and from which round on. */
export interface Writing {
  readonly engine: Pick<Engine, 'handle' | 'awaitView'>
  readonly sources: Pick<Sources, 'now' | 'pause'>
  readonly writer: number
  readonly from: number
  readonly rounds: number
  readonly say: (line: string) => void
  /** Called before each round. */
  readonly onRound?: () => void
}

/** Milliseconds between two askings of what got no answer. */
const pause = 20

/** Asks until there is an answer, as a caller does; says what was acknowledged, and what was refused. */
const asked = async ({ engine, sources, say }: Writing, { id, command }: Given): Promise<void> => {
  for (;;) {
    const answer = await engine.handle(command, { command: id })()
    if (E.isRight(answer)) {
      say(`did ${id} ${command.cohort}`)
      return
    }
    if (answer.left._tag !== 'Unavailable') {
      say(`refused ${command.type} ${answer.left._tag}`)
      return
    }
    say('waits')
    await sources.pause(pause)()
  }
}

/** Writes round after round. What it says: `asked` a round, `did` a command of a cohort, `waits`, `refused`. */
export const write = async (writing: Writing): Promise<void> => {
  const { sources, writer, from, rounds, say, onRound } = writing
  for (let round = from; round < from + rounds; round += 1) {
    onRound?.()
    say(`asked ${String(round)}`)
    for (const step of stepsOf(writer, round, sources.now))
      await Promise.all(step().map((given) => asked(writing, given)))
  }
}

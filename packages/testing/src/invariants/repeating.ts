import type { Command } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { shown } from './look.ts'
import { readable, sameShape } from '../readable.ts'
import { foldFrom, type Core, type Step } from '../walk/walk.ts'
import { changes } from './consent.ts'
import { firstBroken, type Invariant } from './invariant.ts'

/** A few later points of a walk: right behind the step, half-way, and at its end. */
const laterThan = (steps: ReadonlyArray<Step>, i: number): ReadonlyArray<Step> =>
  [i, (i + steps.length) >> 1, steps.length - 1].flatMap((n) => steps[n] ?? [])

/** Of somebody who has joined since, a line is news. */
const isNews = ({ type }: Command.Command): boolean => type === 'RecordLines'

/** INV28, of every command that was accepted. */
export const repeatingIsSafe: Invariant = {
  rule: 'INV28',
  name: 'repeating an accepted command later adds nothing',
  broken: ({ steps }, core) =>
    firstBroken([...steps.entries()], ([i, step]) => {
      if (!changes(step)) return undefined
      return firstBroken(laterThan(steps, i), ({ after }) => {
        const again = core.decide(step.command, after)
        const isRight = after === step.after ? E.isRight(again) : true
        const adds = E.isRight(again) && again.right.length > 0
        if (!isRight) return `${step.command.type} is refused at once: ${readable(again)}`
        return adds && !(isNews(step.command) && after !== step.after)
          ? `${step.command.type} takes effect again`
          : undefined
      })
    }),
}

const closeAgain = (core: Core, { after }: Step, { command }: Step): string | undefined => {
  if (command.type !== 'CloseCohort') return undefined
  const answer = core.decide(command, after)
  const twice = foldFrom(
    core,
    [{ type: 'CohortClosed', at: '2099-01-01T00:00:00.000Z' as typeof command.at, by: command.by }],
    after,
  )
  const isSame = sameShape(shown(core.views, after), shown(core.views, twice))
  return isSame && E.isRight(answer) && answer.right.length === 0
    ? undefined
    : 'the second close did something'
}

/** INV22. */
export const closingTwice: Invariant = {
  rule: 'INV22',
  name: 'closing twice equals closing once',
  broken: ({ steps }, core) =>
    firstBroken(steps.filter(changes), (step) => closeAgain(core, step, step)),
}

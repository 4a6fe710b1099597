import { Cohort, Stored, type Command } from '@reverse-mentoring/core'
import { arbitraryWalk } from '@reverse-mentoring/testing'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { histories, orders } from './nonsense.ts'
import { cohort } from './scene.ts'

const here = (order: Command.Command): Command.Command => ({ ...order, cohort })

describe('Whatever is asked of whatever cohort', () => {
  test('has an answer, and is answered the same again', () => {
    fc.assert(
      fc.property(histories, orders, (events, order) => {
        const state = Cohort.foldCohort(events)
        const answer = Cohort.decide(here(order), state)
        expect(Cohort.decide(here(order), state)).toEqual(answer)
        if (E.isLeft(answer)) expect(Cohort.explain(answer.left)).toMatch(/\.$/)
      }),
      { numRuns: 300 },
    )
  })

  test('leads to events that can be stored, and bear the command’s mark (INV16, INV38)', () => {
    fc.assert(
      fc.property(histories, orders, (events, order) => {
        const answer = Cohort.decide(here(order), Cohort.foldCohort(events))
        if (E.isLeft(answer)) return
        for (const event of answer.right) {
          expect(E.isRight(Stored.encodeEvent(event))).toBe(true)
          expect([event.at, event.by]).toEqual([order.at, order.by])
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('In the life of a cohort', () => {
  const walks = arbitraryWalk()

  test('a command that took effect adds nothing at once, and never again (INV28)', () => {
    fc.assert(
      fc.property(walks, ({ steps, cohort: end }) => {
        for (const { command, answer, after } of steps) {
          if (E.isLeft(answer)) continue
          expect(Cohort.decide(command, after)).toEqual(E.right([]))
          // Lines of people who were not here yet were not kept; said again, they are news.
          if (command.type === 'RecordLines') continue
          // What added nothing left nothing to know a repeat by: a reopening of what was open may come true later.
          if (answer.right.length === 0) continue
          const later = Cohort.decide(command, end)
          if (E.isRight(later)) expect(later.right).toEqual([])
        }
      }),
      { numRuns: 100 },
    )
  })

  test('what happened reads the same when it comes back from a store', () => {
    fc.assert(
      fc.property(walks, ({ events }) => {
        for (const event of events) {
          const stored = JSON.stringify(E.toUnion(Stored.encodeEvent(event)))
          expect(Stored.decodeEvent(JSON.parse(stored) as Stored.Payload)).toEqual(E.right(event))
          expect(Object.values(event)).not.toContain(undefined)
        }
      }),
      { numRuns: 50 },
    )
  })
})

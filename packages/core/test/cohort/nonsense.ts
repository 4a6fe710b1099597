import { Command, Event } from '@reverse-mentoring/core'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { valuesOf } from '../arbitrary.ts'
import { F, m, opening, scheduled } from './scene.ts'

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The scene's ids, so that nonsense hits what is there: people, enrolments, pairings and sessions of small numbers. */
const near = (id: string): string => {
  const n = Number.parseInt(id.slice(0, 6), 16) % 12
  return `${String(1 + (n % 4))}0000000-0000-4000-8000-${String(1 + (n % 3)).padStart(12, '0')}`
}

const nearby = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll(uuid, near))

/** Any events in any order, about the same few things. */
const nonsense: fc.Arbitrary<ReadonlyArray<Event.CohortEvent>> = fc
  .array(fc.oneof(...Object.values(Event.events).map((codec) => valuesOf(codec))), {
    maxLength: 30,
  })
  .map((events) => nearby(events) as Array<Event.CohortEvent>)

/** A cohort with some life in it, and then nonsense. */
export const histories = fc
  .tuple(fc.constantFrom([], [opening()], [...F], [...F, scheduled(1, 1, m, 5, 90)]), nonsense)
  .map(([past, events]) => [...past, ...events])

/** Any commands, about the same few things. */
export const orders: fc.Arbitrary<Command.Command> = fc
  .oneof(...Object.values(Command.commands).map((codec) => valuesOf(codec)))
  .map((order) => nearby(order) as Command.Command)
  .filter((order) => E.isRight(Command.fromJson(order)))

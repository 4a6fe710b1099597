import type { Port, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { appendFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'

/** Goes on, and leaves a mark in a file each time. */
const spin = (file: string): never => {
  for (;;) appendFileSync(file, '.')
}

const fill = (): never => {
  const all: Array<ReadonlyArray<number>> = []
  for (;;) all.push(Array.from({ length: 100_000 }, (_, n) => n + all.length))
}

const nothing = { pairs: [], unmatched: [], worth: { pairs: 0, score: 0 } }

const never = <A>(): Promise<A> => new Promise(() => undefined)

const ways: Readonly<Record<string, (file: string) => unknown>> = {
  exits: () => process.exit(0),
  'throws later': () => {
    setTimeout(() => {
      throw new RangeError('Alice')
    }, 1)
    return never()
  },
  'never answers': never,
  spins: spin,
  'fills its memory': fill,
  'answers with what cannot cross': () => E.right({ ...nothing, more: () => 1 }),
  'says what is no answer': () => {
    for (const message of [
      undefined,
      null,
      'result',
      { result: 'none' },
      { about: {} },
      { done: '1' },
    ])
      parentPort?.postMessage(message)
    return E.right(nothing)
  },
}

/** A policy that goes wrong as an attribute of the first mentor says. */
export const policy = {
  id: 'misbehaves' as Values.Code,
  version: '1' as Values.Version,
  claims: {},
  propose: ({ mentors: [first] }: Parameters<Port.MatchingPolicy['propose']>[0]) => {
    const { how, file } = first?.attributes ?? {}
    return ways[String(how)]?.(String(file))
  },
}

import { Values } from '@reverse-mentoring/core'
import type * as t from 'io-ts'
import { hashOf } from './chance.ts'

/** Ids that the seed and some words decide. Nothing personal goes into them. */
export interface Ids {
  /** In the shape of a random id (version 4). */
  readonly of: <A>(kind: t.Type<A, string>, ...about: ReadonlyArray<string | number>) => A
  /** In the shape of an id that tells its time (version 7). */
  readonly timed: (at: Values.Instant, ...about: ReadonlyArray<string | number>) => Values.Uuid
}

const checked = <A>(kind: t.Type<A, string>, id: unknown): A => {
  if (kind.is(id)) return id
  throw new TypeError(`${kind.name} does not take this id`)
}

const shaped = (hex: string, version: string): string => {
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8'
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    version + hex.slice(13, 16),
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-')
}

export const idsOf = (seed: number): Ids => ({
  of: (kind, ...about) => checked(kind, shaped(hashOf(seed, [kind.name, ...about]), '4')),
  timed: (at, ...about) => {
    const time = Values.millis(at).toString(16).padStart(12, '0')
    return checked(Values.Uuid, shaped(time + hashOf(seed, ['timed', ...about]).slice(12), '7'))
  },
})

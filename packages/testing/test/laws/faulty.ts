import { inMemory, type Law, type NewPlace, type Opened } from '@reverse-mentoring/testing'
import fc from 'fast-check'
import { pipe } from 'fp-ts/lib/function.js'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { describe, expect, test } from 'vitest'

/** By the name of a law: adapters that each break it, under what is wrong with them. */
export type Faults<Adapter> = Readonly<Record<string, Readonly<Record<string, NewPlace<Adapter>>>>>

/** Places of an adapter in memory that every opening sees through a wrapper of its own. */
export const wrapping =
  <Adapter>(make: () => Adapter) =>
  (wrap: (adapter: Adapter) => Adapter): NewPlace<Adapter> =>
    pipe(
      inMemory(make),
      TE.map(TE.map(({ adapter, close }) => ({ adapter: wrap(adapter), close }))),
    )

/** Places of an adapter in memory whose wrapper knows whether it was closed. */
export const closing =
  <Adapter>(make: () => Adapter) =>
  (wrap: (adapter: Adapter, isClosed: () => boolean) => Adapter): NewPlace<Adapter> =>
    pipe(
      inMemory(make),
      TE.map(
        TE.map(({ adapter, close }): Opened<Adapter> => {
          let isClosed = false
          const noted = TE.map(() => {
            isClosed = true
          })(close)
          return { adapter: wrap(adapter, () => isClosed), close: noted }
        }),
      ),
    )

/** Places whose every opening is another adapter. */
export const forgetting = <Adapter>(make: () => Adapter): NewPlace<Adapter> =>
  TE.of(TE.fromIO((): Opened<Adapter> => ({ adapter: make(), close: TE.of(undefined) })))

/** Shows of each law that it holds for the sound adapter and is broken by each of its planted faults. */
export const trust = <Adapter>(
  laws: (place: NewPlace<Adapter>) => ReadonlyArray<Law>,
  sound: NewPlace<Adapter>,
  faults: Faults<Adapter>,
): void => {
  test('every planted fault is for a law', () => {
    expect(laws(sound).map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(faults)))
  })
  describe.each(laws(sound))('$name', ({ name, check }) => {
    test('holds', async () => {
      expect(await check()).toEqual(E.right(undefined))
    })
    test.each(Object.entries(faults[name] ?? { 'any planted fault': sound }))(
      'is broken by: %s',
      async (_, place) => {
        const broken = laws(place).find((law) => law.name === name)
        // What is found by chance is found each time.
        fc.configureGlobal({ seed: 11 })
        const told = await broken?.check().finally(() => fc.resetConfigureGlobal())
        expect(told).toEqual(E.left(expect.any(String)))
      },
    )
  })
}

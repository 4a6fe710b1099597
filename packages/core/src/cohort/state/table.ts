import { Map as PersistentMap } from 'immutable'

interface Entries<K, V> {
  get(key: K): V | undefined
  has(key: K): boolean
  set(key: K, value: V): Entries<K, V>
  keys(): Iterable<K>
  forEach(each: (value: V, key: K) => void): unknown
}

const settled = Symbol('settled')
const since = Symbol('since')

/**
 * Values by key that only grows: what a long history left, as a plain map that nobody changes any more, and beneath a
 * persistent map what has changed since. A cold fold so costs what a plain map costs, and a warm step shares the rest.
 * What it is made of only this file can name: a table knows nothing of the close, so outside the core nobody reads one.
 */
export interface Table<K extends string, V> {
  readonly [settled]: ReadonlyMap<K, V>
  readonly [since]: Entries<K, V>
}

/** A table with nothing in it. */
export const emptyTable = <K extends string, V>(): Table<K, V> => ({
  [settled]: new Map<K, V>(),
  [since]: PersistentMap<K, V>(),
})

/** The value of a key. O(log n) in what has changed since the last long fold. */
export const get = <K extends string, V>(table: Table<K, V>, key: K): V | undefined =>
  table[since].get(key) ?? table[settled].get(key)

export const has = <K extends string, V>(table: Table<K, V>, key: K): boolean =>
  table[since].has(key) || table[settled].has(key)

/** The table with a value under a key; the one before stays as it was. */
export const set = <K extends string, V>(table: Table<K, V>, key: K, value: V): Table<K, V> => ({
  [settled]: table[settled],
  [since]: table[since].set(key, value),
})

/** All keys, in no order that means anything. O(n). */
export const keysOf = <K extends string, V>(table: Table<K, V>): ReadonlyArray<K> => {
  const keys = [...table[settled].keys()]
  for (const key of table[since].keys()) if (!table[settled].has(key)) keys.push(key)
  return keys
}

/** All values, in no order that means anything. O(n). */
export const valuesOf = <K extends string, V>(table: Table<K, V>): ReadonlyArray<V> => {
  const [old, recent] = [table[settled], table[since]]
  const values: Array<V> = []
  for (const [key, value] of old) values.push(recent.get(key) ?? value)
  recent.forEach((value, key) => {
    if (!old.has(key)) values.push(value)
  })
  return values
}

/** All keys with their values, in no order that means anything. O(n). */
export const entriesOf = <K extends string, V>(
  table: Table<K, V>,
): ReadonlyArray<readonly [K, V]> =>
  keysOf(table).flatMap((key) => {
    const value = get(table, key)
    return value === undefined ? [] : [[key, value] as const]
  })

/** A table for a fold that nobody else holds: it changes in place until it is settled. */
export const ownedTable = <K extends string, V>(): Table<K, V> => ({
  [settled]: new Map<K, V>(),
  [since]: new Map<K, V>(),
})

/** The table that a fold leaves: nothing of it changes any more. O(n). */
export const settle = <K extends string, V>(table: Table<K, V>): Table<K, V> => ({
  [settled]: table[since] instanceof Map ? table[since] : new Map<K, V>(entriesOf(table)),
  [since]: PersistentMap<K, V>(),
})

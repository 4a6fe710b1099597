import type { Values } from '@reverse-mentoring/core'
import type * as t from 'io-ts'
import { below, type Chance } from '../seeded.ts'

const hex = (chance: Chance, digits: number): string =>
  Array.from({ length: digits }, () => below(chance, 16).toString(16)).join('')

/** A fresh id as records and commands have it (version 7), made of the virtual time and of chance. */
export const nextUuid = (chance: Chance, milliseconds: number): Values.Uuid => {
  const time = milliseconds.toString(16).padStart(12, '0')
  const [first, second] = [time.slice(0, 8), time.slice(8, 12)]
  return `${first}-${second}-7${hex(chance, 3)}-8${hex(chance, 3)}-${hex(chance, 12)}` as Values.Uuid
}

/** A fresh random id (version 4) of a kind. */
export const nextId = <Id>(chance: Chance, kind: t.Type<Id, string>): Id => {
  const id: unknown = `${hex(chance, 8)}-${hex(chance, 4)}-4${hex(chance, 3)}-8${hex(chance, 3)}-${hex(chance, 12)}`
  if (kind.is(id)) return id
  throw new TypeError(`${kind.name} does not take a random id`)
}

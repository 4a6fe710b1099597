import type { Values } from '@reverse-mentoring/core'
import { below, type Chance } from '../seeded.ts'

const hex = (chance: Chance, digits: number): string =>
  Array.from({ length: digits }, () => below(chance, 16).toString(16)).join('')

/** A fresh id as records and commands have it (version 7), made of the virtual time and of chance. */
export const nextUuid = (chance: Chance, milliseconds: number): Values.Uuid => {
  const time = milliseconds.toString(16).padStart(12, '0')
  const [first, second] = [time.slice(0, 8), time.slice(8, 12)]
  return `${first}-${second}-7${hex(chance, 3)}-8${hex(chance, 3)}-${hex(chance, 12)}` as Values.Uuid
}

/** A fresh random id (version 4) of whatever kind. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as with JSON, the taker says what it is
export const nextId = <Id extends string>(chance: Chance): Id =>
  `${hex(chance, 8)}-${hex(chance, 4)}-4${hex(chance, 3)}-8${hex(chance, 3)}-${hex(chance, 12)}` as Id

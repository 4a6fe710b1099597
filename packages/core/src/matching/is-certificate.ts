import { isObject } from '../values/is-object.ts'
import type { Certificate } from './certificate.ts'

const isPrices = (u: unknown): boolean =>
  u instanceof Map && [...u.values()].every((price) => typeof price === 'number')

const isLevel = (u: unknown): boolean =>
  isObject(u) &&
  isPrices(u['mentors']) &&
  isPrices(u['mentees']) &&
  typeof u['bonus'] === 'number' &&
  typeof u['first'] === 'number' &&
  (u['limits'] === undefined || isPrices(u['limits'])) &&
  (u['floors'] === undefined || isPrices(u['floors']))

/** Whether something has the shape of a certificate, whoever gave it. Says nothing of what it proves. */
export const isCertificate = (u: unknown): u is Certificate => {
  const levels: unknown = isObject(u) ? u['levels'] : undefined
  // A hole in an array is seen by its index alone.
  return Array.isArray(levels) && Array.from<unknown>(levels).every(isLevel)
}

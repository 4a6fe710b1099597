import { isObject } from './is-object.ts'

/** Whether two values read the same as JSON, in whatever order their fields stand. Absent and `undefined` are one. */
export const sameJson = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => sameJson(item, b[i]))
  }
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys({ ...a, ...b })
  return keys.every((key) => sameJson(a[key], b[key]))
}

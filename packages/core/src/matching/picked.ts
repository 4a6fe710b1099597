import type { Attributes } from '../port/directory.ts'

/** Those of the attributes that have one of these names. */
export const picked = (attributes: Attributes, names: ReadonlyArray<string>): Attributes =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined
      return value === undefined ? [] : [[name, value]]
    }),
  )

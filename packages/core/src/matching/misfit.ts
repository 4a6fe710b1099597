import { isObject } from '../values/is-object.ts'

/** Where a value has another shape than it must have: the path to it, what kind of thing is there, and what must be. */
export interface Misfit {
  readonly path: string
  /** Its kind and no content, which may be about somebody. */
  readonly is: string
  readonly must: string
}

const kindOf = (u: unknown): string => {
  if (u === undefined || u === null || Number.isNaN(u)) return String(u)
  if (Array.isArray(u)) return 'a list'
  if (typeof u === 'string') return 'a text'
  return typeof u === 'object' ? 'an object' : `a ${typeof u}`
}

/** Looks at a value, and says where it does not fit, if it does not. */
export type Look = (u: unknown) => Misfit | undefined

/** Fits where this is true. */
export const fits =
  (is: (u: unknown) => boolean, must: string): Look =>
  (u) =>
    is(u) ? undefined : { path: '', is: kindOf(u), must }

const under = (path: string, misfit: Misfit | undefined): Misfit | undefined =>
  misfit && { ...misfit, path: path + misfit.path }

/** An object whose fields fit; others it may have. */
export const objectOf = (must: string, fields: Readonly<Record<string, Look>>): Look => {
  const looks = Object.entries(fields)
  return (u) => {
    if (!isObject(u)) return { path: '', is: kindOf(u), must }
    for (const [name, look] of looks) {
      const misfit = under(`.${name}`, look(u[name]))
      if (misfit !== undefined) return misfit
    }
    return undefined
  }
}

/** A list of which each item fits; a hole is an item too. */
export const listOf =
  (look: Look): Look =>
  (u) => {
    if (!Array.isArray(u)) return { path: '', is: kindOf(u), must: 'a list' }
    for (const [i, item] of u.entries()) {
      const misfit = under(`[${String(i)}]`, look(item))
      if (misfit !== undefined) return misfit
    }
    return undefined
  }

/** What is absent, or fits. */
export const absentOr =
  (look: Look): Look =>
  (u) =>
    u === undefined ? undefined : look(u)

export const text = fits((u) => typeof u === 'string', 'a text')
export const number = fits((u) => typeof u === 'number', 'a number')

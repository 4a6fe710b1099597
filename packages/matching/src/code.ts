import { Values } from '@reverse-mentoring/core'

/** A code as it was given, looked at before anything is made of it. */
export const code = (given: unknown): Values.Code => {
  if (Values.Code.is(given)) return given
  throw new TypeError(`“${String(given)}” is no code: up to 40 of a-z, 0-9 and -`)
}

import { Values } from '@reverse-mentoring/core'

/** A code of this package's own. */
export const code = (text: string): Values.Code => {
  if (Values.Code.is(text)) return text
  throw new TypeError(`“${text}” is no code: up to 40 of a-z, 0-9 and -`)
}

import { Values } from '@reverse-mentoring/core'

/** A version of this package's own. */
export const version = (text: string): Values.Version => {
  if (Values.Version.is(text)) return text
  throw new TypeError(`“${text}” is no version`)
}

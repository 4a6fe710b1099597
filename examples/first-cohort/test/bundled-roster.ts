import * as E from 'fp-ts/lib/Either.js'
import { fileURLToPath } from 'node:url'
import type { Roster } from '@reverse-mentoring/roster'
import { noAttributes } from '../src/attributes.ts'
import { readSource } from '../src/roster.ts'

const file = fileURLToPath(new URL('../roster.csv', import.meta.url))

/** The roster that comes with the demo. */
export const bundledRoster = async (): Promise<Roster> => {
  const source = await readSource(file, {}, noAttributes)
  if (E.isLeft(source)) throw new Error(source.left)
  return source.right
}

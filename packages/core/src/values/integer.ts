import { leaf } from './leaf.ts'

const isWithin = (least: number, most: number) => {
  return (u: unknown): u is number =>
    typeof u === 'number' && Number.isSafeInteger(u) && u >= least && u <= most && !Object.is(u, -0)
}

/** Whole numbers within bounds. They carry no brand: the codecs check them where commands and records come in. */
export const integer = (name: string, least: number, most: number) =>
  leaf(name, isWithin(least, most), {
    type: 'integer',
    minimum: least,
    maximum: most,
    description: `a whole number from ${String(least)} to ${String(most)}`,
  })

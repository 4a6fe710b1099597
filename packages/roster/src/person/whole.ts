import { quoted } from '../text/quoted.ts'

/** What a cell of numbers holds: a whole number, or why it is none. */
export type Whole =
  { readonly number: number } | { readonly problem: string; readonly mend: string }

/** Whether a text looks like a date, as spreadsheets make them of numbers. */
export const isDate = (text: string): boolean =>
  /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}$/.test(text) || /^\d{1,2}[-. ][A-Za-z]{3}\b/.test(text)

const nearest = (text: string): ReadonlyArray<number> | undefined => {
  const number = Number(text.replace(',', '.'))
  return /^-?\d+[.,]\d+$/.test(text) ? [Math.floor(number), Math.ceil(number)] : undefined
}

/** Reads a whole number between bounds; `3.0` and `3,0` are 3. */
export const wholeOf = (text: string, least: number, most: number, mend: string): Whole => {
  const bare = text.replace(/[.,]0+$/, '')
  const number = Number(bare)
  if (/^-?\d{1,9}$/.test(bare) && number >= least && number <= most) return { number }
  if (isDate(text))
    return {
      problem: `${quoted(text)} looks like a date that a spreadsheet made of a number`,
      mend: 'format the column as text, write the number again, and export anew',
    }
  const [below, above] = nearest(text) ?? []
  if (below !== undefined && above !== undefined)
    return {
      problem: `${quoted(text)} is not a whole number`,
      mend: `write ${String(Math.max(below, least))} or ${String(above)}: only whole ones count`,
    }
  return {
    problem: `${quoted(text)} is not a whole number from ${String(least)} to ${String(most)}`,
    mend,
  }
}

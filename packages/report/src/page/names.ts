import type { Names } from '../facts.ts'
import { html } from './html.ts'
import type { Shown } from './table.ts'
import { listed } from './words.ts'

/** `P7`, and who they are where names were asked for. */
export const pairingName = (number: number, { mentor, mentee }: Names): string => {
  const names = [mentor, mentee].filter((each) => each !== undefined)
  return names.length === 0 ? `P${String(number)}` : `P${String(number)} ${names.join(' & ')}`
}

/** A pairing as a cell, which sorts by its number. */
export const pairingCell = (number: number, names: Names): Shown => ({
  text: pairingName(number, names),
  value: number,
  isNamed: true,
})

/** The same, linked to the row in which it is told over time. */
export const pairingLink = (number: number, names: Names): Shown => {
  const cell = pairingCell(number, names)
  return { ...cell, markup: html`<a href="#p${number}">${cell.text}</a>` }
}

/** Who is to be spoken to: by role, and by name where names were asked for. */
export const whomText = (whom: 'mentor' | 'mentee' | 'both', names: Names): string =>
  listed(
    (['mentee', 'mentor'] as const)
      .filter((role) => whom === 'both' || whom === role)
      .map((role) => (names[role] === undefined ? role : `${names[role]} (${role})`)),
  )

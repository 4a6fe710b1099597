import type { Names } from '../facts.ts'
import { html, trusted, type Html } from './html.ts'
import type { Shown } from './table.ts'
import { listed } from './words.ts'

/** A name that keeps its direction of writing to itself. */
const isolated = (name: string): Html => html`<bdi>${name}</bdi>`

const joined = (parts: ReadonlyArray<Html>, between: string): Html =>
  trusted(parts.map(({ markup }) => markup).join(html`${between}`.markup))

/** `E7`, and who it is where names were asked for; it sorts by its number. */
export const enrolmentCell = (number: number, name: string | undefined): Shown => {
  const sign = `E${String(number)}`
  return name === undefined
    ? { text: sign, value: number, isNamed: true }
    : {
        text: `${sign} ${name}`,
        value: number,
        isNamed: true,
        markup: html`${sign} ${isolated(name)}`,
      }
}

/** `P7`, and who they are where names were asked for; it sorts by its number. */
export const pairingCell = (number: number, { mentor, mentee }: Names): Shown => {
  const sign = `P${String(number)}`
  const names = [mentor, mentee].filter((each) => each !== undefined)
  if (names.length === 0) return { text: sign, value: number, isNamed: true }
  return {
    text: `${sign} ${names.join(' & ')}`,
    value: number,
    isNamed: true,
    markup: html`${sign} ${joined(names.map(isolated), ' & ')}`,
  }
}

/** The same, linked to the row in which it is told over time. */
export const pairingLink = (number: number, names: Names): Shown => ({
  ...pairingCell(number, names),
  to: `p${String(number)}`,
})

/** Who is to be spoken to: by role, and by name where names were asked for. */
export const whomCell = (whom: 'mentor' | 'mentee' | 'both', names: Names): Shown => {
  const roles = (['mentee', 'mentor'] as const).filter((role) => whom === 'both' || whom === role)
  const named = (role: 'mentor' | 'mentee') =>
    names[role] === undefined ? role : `${names[role]} (${role})`
  const set = (role: 'mentor' | 'mentee') =>
    names[role] === undefined ? html`${role}` : html`${isolated(names[role])} (${role})`
  const text = listed(roles.map(named))
  return { text, value: text, markup: joined(roles.map(set), ' and ') }
}

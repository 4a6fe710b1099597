import { isKept, type Counts } from './audit/counts.ts'
import type { Outcome, Row, Told } from './told.ts'

const columns: ReadonlyArray<readonly [title: string, of: keyof Omit<Counts, 'notes'>]> = [
  ['injected', 'injected'],
  ['acknowledged', 'acknowledged'],
  ['lost', 'lost'],
  ['doubled', 'doubled'],
  ['gaps', 'gaps'],
  ['wrong rows', 'wrongRows'],
  ['damaged', 'damaged'],
  ['named', 'named'],
]

const verdict = (outcome: Outcome): string =>
  outcome.is === 'counted' ? (isKept(outcome.counts) ? 'good' : 'BAD') : outcome.is

const cells = (outcome: Outcome): string =>
  outcome.is === 'counted'
    ? columns
        .map(([title, of]) => String(outcome.counts[of]).padStart(Math.max(title.length, 5)))
        .join('  ')
    : (outcome.because.split('\n')[0] ?? '')

const head = columns.map(([title]) => title.padStart(5)).join('  ')

/** How often the same note came, each once. */
const notesOf = (notes: ReadonlyArray<string>): ReadonlyArray<string> => {
  const sums = new Map<string, number>()
  for (const note of notes) {
    const [, what = note, times = '1'] = /^(.*) \((\d+)\)$/.exec(note) ?? []
    sums.set(what, (sums.get(what) ?? 0) + Number(times))
  }
  return [...sums].map(([what, times]) => `${what} (${String(times)})`)
}

/** A fault, whether it was survived, and its figures. */
export const tellRow = ({ fault, outcome }: Row): string =>
  `${fault.padEnd(11)}${verdict(outcome).padEnd(11)}${cells(outcome)}`

/** One table of a store, with what is worth telling below it. */
export const tellStore = ({ store, rows }: Told): ReadonlyArray<string> => [
  store,
  `  ${''.padEnd(11)}${''.padEnd(11)}${head}`,
  ...rows.map((row) => `  ${tellRow(row)}`),
  ...rows.flatMap(({ fault, outcome }) =>
    outcome.is === 'counted'
      ? notesOf(outcome.counts.notes).map((note) => `  ${fault}: ${note}`)
      : [],
  ),
  ...rows.flatMap(({ fault, outcome }) =>
    outcome.is === 'broken off' ? [`  ${fault}: ${outcome.because}`] : [],
  ),
  '',
]

/** Whether everything that was brought about was survived; where nothing was, nothing is shown. */
export const areKept = (told: ReadonlyArray<Told>): boolean => {
  const outcomes = told.flatMap(({ rows }) => rows.map(({ outcome }) => outcome))
  const isFine = (outcome: Outcome): boolean =>
    outcome.is === 'counted' ? isKept(outcome.counts) : outcome.is === 'left out'
  return outcomes.every(isFine) && outcomes.some(({ is }) => is === 'counted')
}

/** Whether each fault that was asked for is left out on each store. */
export const isNothing = (told: ReadonlyArray<Told>): boolean =>
  told.every(({ rows }) => rows.every(({ outcome }) => outcome.is === 'left out'))

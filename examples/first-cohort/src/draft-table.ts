import type { Values } from '@reverse-mentoring/core'
import type { Draft, DraftedPair } from '@reverse-mentoring/runtime'
import type { RosterPerson } from '@reverse-mentoring/roster'
import Table from 'cli-table3'
import type { NumberedPair } from './numbered-pairs.ts'
import { counted, wrapped } from './wording.ts'

/** How a draft is shown. */
export interface DraftShown {
  readonly draft: Draft
  /** Its pairs in the order of their numbers, which their pairings keep. */
  readonly numbered: ReadonlyArray<NumberedPair>
  /** Whether people are named; otherwise pairings have numbers. */
  readonly names: boolean
  /** Columns and rows of the terminal. */
  readonly width: number
  readonly height: number
  /** Where all of its pairs are, as CSV; or why they could not be written. */
  readonly kept: string
  readonly personOf: (participant: Values.ParticipantId) => RosterPerson | undefined
  readonly labelOf: (topic: Values.Code) => string
}

type Reason = Draft['unmatched'][number]['reason']

const reasons: Readonly<Record<Reason, string>> = {
  'not-ready': 'not ready yet: a gate is missing (purpose, briefing or line)',
  'not-admissible': 'nobody they could be paired with',
  'below-threshold': 'no pair that scores enough',
  'too-few-places': 'too few places for those who fit',
  'places-serve-others-better': 'the places serve others better',
  limit: 'a limit was reached',
  spread: 'a further partner would cost more than the pair brings',
  struck: 'struck by hand',
}

/** The rules that spoke for a pair and may be told, the strongest first. */
export const tellable = ({ rules }: Draft, pair: DraftedPair): DraftedPair['reasons'] => {
  const told = new Set(
    rules.filter(({ disclosure }) => disclosure !== 'none').map(({ code }) => code),
  )
  return [...pair.reasons]
    .filter(({ rule, points }) => points > 0 && told.has(rule))
    .sort((a, b) => b.points - a.points)
}

/** As many of them as fit. */
const why = (draft: Draft, pair: DraftedPair, width: number): string => {
  const words = tellable(draft, pair).map(({ rule }) => rule.replace(/-/g, ' '))
  const shown = (count: number): string => {
    const more = words.length - count
    const text = words.slice(0, count).join(', ')
    return more === 0 ? text : `${text} …`
  }
  let count = words.length
  while (count > 1 && shown(count).length > width) count -= 1
  return shown(count)
}

const noLines = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
  ...{ mid: '', 'mid-mid': '', 'left-mid': '', 'right-mid': '' },
  ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ left: '', right: '', middle: ' ' },
}

/** What a column shows of a pair. */
interface Column {
  readonly head: string
  readonly width: number
  readonly align: 'left' | 'right'
  readonly text: (one: NumberedPair) => string
}

/** A column that shares the room that is left. */
interface Flexible {
  readonly head: string
  readonly part: number
  readonly text: (room: number) => Column['text']
}

/** Number, grades and score, with the spaces after them. */
const fixed = 5 + 7 + 6 + 3

/** From so many columns on there is room for everything. */
const roomForAll = 120

const fitting = (text: string, width: number): string => {
  const letters = Array.from(text)
  return letters.length <= width ? text : `${letters.slice(0, width - 1).join('')}…`
}

const oneOf = (a: string, b: string): string => (a === b ? a : `${a} / ${b}`)

const columnsOf = (shown: DraftShown): ReadonlyArray<Column> => {
  const { draft, names, width, personOf, labelOf } = shown
  const people = ({ pair }: NumberedPair) => [personOf(pair.mentor), personOf(pair.mentee)] as const
  const department = (person: RosterPerson | undefined): string =>
    String(person?.attributes['department'] ?? '?')
  const topics = (one: NumberedPair): string => {
    const [junior, senior] = people(one)
    const sought = new Set(senior?.sought)
    return (junior?.offered ?? [])
      .filter((code) => sought.has(code))
      .map(labelOf)
      .join(', ')
  }
  const flexible: ReadonlyArray<Flexible> = [
    ...(names
      ? ([0, 1] as const).map((which): Flexible => ({
          head: which === 0 ? 'junior' : 'senior',
          part: 3,
          text: () => (one) => people(one)[which]?.name ?? '',
        }))
      : []),
    ...(names && width < roomForAll
      ? []
      : [
          {
            head: 'departments',
            part: 3,
            text: () => (one: NumberedPair) =>
              oneOf(department(people(one)[0]), department(people(one)[1])),
          },
        ]),
    { head: 'topics', part: 4, text: () => topics },
    ...(width < roomForAll
      ? []
      : [
          {
            head: 'because of',
            part: 4,
            text: (room: number) => (one: NumberedPair) => why(draft, one.pair, room),
          },
        ]),
  ]
  const room = Math.max(80, Math.min(width, 200)) - 1 - fixed - flexible.length
  const parts = flexible.reduce((sum, { part }) => sum + part, 0)
  const columns = flexible.map(({ head, part, text }): Column => {
    const own = Math.floor((room * part) / parts)
    return { head, width: own, align: 'left', text: text(own) }
  })
  return [
    { head: 'pair', width: 5, align: 'right', text: ({ number }) => String(number) },
    {
      head: 'grades',
      width: 7,
      align: 'left',
      text: (one) =>
        people(one)
          .map((person) => String(person?.seniority ?? '?'))
          .join('–'),
    },
    ...columns,
    { head: 'score', width: 6, align: 'right', text: ({ pair }) => String(pair.score) },
  ]
}

/** Beside the pairs there are some lines of totals. */
const besides = 12

const pairsTable = (shown: DraftShown): ReadonlyArray<string> => {
  const columns = columnsOf(shown)
  const table = new Table({
    head: columns.map(({ head }) => head),
    colWidths: columns.map(({ width }) => width),
    colAligns: columns.map(({ align }) => align),
    chars: noLines,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  })
  const screenful = Math.max(10, shown.height - besides)
  const first = shown.numbered.slice(0, screenful)
  for (const one of first) table.push(columns.map(({ text, width }) => fitting(text(one), width)))
  const more = shown.numbered.length - first.length
  return [
    table.toString().replace(/ +$/gm, ''),
    ...(more > 0 ? [`… ${counted(more, 'more pair')}; ${shown.kept}`] : []),
  ]
}

/** What the matching is worth, and that none is worth more, where that was proved. */
const totals = ({ draft }: DraftShown): string => {
  const { worth, bound } = draft
  const mean = worth.pairs === 0 ? 0 : Math.round(worth.score / worth.pairs)
  const best =
    bound === undefined
      ? ''
      : bound.pairs === worth.pairs && bound.score === worth.score
        ? ' No better matching exists under these rules.'
        : ` At most ${String(bound.pairs)} pairs worth ${String(bound.score)} are possible.`
  return `Together worth ${String(worth.score)}, ${String(mean)} a pair.${best}`
}

/** More names than these are counted. */
const mostNames = 12

const countedRoles = (people: ReadonlyArray<string>): string =>
  ['junior', 'senior']
    .map((role) => [people.filter((person) => person === role).length, role] as const)
    .filter(([count]) => count > 0)
    .map(([count, role]) => `${String(count)} ${role}`)
    .join(', ')

const unmatchedLines = ({ draft, names, personOf }: DraftShown): ReadonlyArray<string> => {
  const byReason = new Map<Reason, Array<string>>()
  for (const { participant, role, reason } of draft.unmatched) {
    const people = byReason.get(reason) ?? []
    const name = names ? personOf(participant)?.name : undefined
    people.push(name ?? (role === 'mentor' ? 'junior' : 'senior'))
    byReason.set(reason, people)
  }
  return [...byReason].map(([reason, people]) => {
    const more = people.length - mostNames
    const named =
      people.slice(0, mostNames).join(', ') + (more > 0 ? ` and ${String(more)} more` : '')
    return wrapped(`  ${reasons[reason]} – ${names ? named : countedRoles(people)}`, 80, '    ')
  })
}

/** A draft as a coordinator looks at it: totals, a screenful of pairs with why, and why who is unmatched. */
export const draftTable = (shown: DraftShown): string => {
  const { pairs, unmatched, policy } = shown.draft
  const count = `${counted(pairs.length, 'pair')}, ${counted(unmatched.length, 'person', 'people')} unmatched`
  return [
    `${count} (policy ${policy.id} ${policy.version})`,
    ...(pairs.length === 0 ? [] : [wrapped(totals(shown)), ...pairsTable(shown)]),
    ...(unmatched.length === 0 ? [] : ['Unmatched for now:', ...unmatchedLines(shown)]),
  ].join('\n')
}

import type { Values } from '@reverse-mentoring/core'
import type { Draft, DraftedPair } from '@reverse-mentoring/runtime'
import Table from 'cli-table3'
import type { NumberedPair } from './numbered-pairs.ts'
import { counted, wrapped } from './wording.ts'

/** How a draft is shown. */
export interface DraftShown {
  readonly draft: Draft
  /** Its pairs in the order of their numbers, which their pairings keep. */
  readonly numbered: ReadonlyArray<NumberedPair>
  /** What people are called, where names were asked for. */
  readonly nameOf: ((participant: Values.ParticipantId) => string) | undefined
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

/** The rules that spoke for a pair and may be told, the strongest first; as many as fit. */
const why = ({ rules }: Draft, pair: DraftedPair, width: number): string => {
  const told = new Set(
    rules.filter(({ disclosure }) => disclosure !== 'none').map(({ code }) => code),
  )
  const words = [...pair.reasons]
    .filter(({ rule, points }) => points > 0 && told.has(rule))
    .sort((a, b) => b.points - a.points)
    .map(({ rule }) => rule.replace(/-/g, ' '))
  const shown = (count: number): string => {
    const more = words.length - count
    const text = words.slice(0, count).join(', ')
    return more === 0 ? text : `${text}, and ${String(more)} more`
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

const pairsTable = ({ draft, numbered, nameOf }: DraftShown): string => {
  const named = nameOf === undefined ? [] : ['shares', 'learns']
  const widths = [5, ...named.map(() => 21), 6]
  const rest = 79 - widths.reduce((sum, width) => sum + width + 1, 0)
  const table = new Table({
    head: ['pair', ...named, 'score', 'because of'],
    colWidths: [...widths, rest],
    colAligns: ['right', ...named.map(() => 'left' as const), 'right', 'left'],
    chars: noLines,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  })
  for (const { number, pair } of numbered) {
    const people = nameOf === undefined ? [] : [nameOf(pair.mentor), nameOf(pair.mentee)]
    table.push([number, ...people, pair.score, why(draft, pair, rest)])
  }
  return table.toString().replace(/ +$/gm, '')
}

const countedRoles = (people: ReadonlyArray<string>): string =>
  ['junior', 'senior']
    .map((role) => [people.filter((person) => person === role).length, role] as const)
    .filter(([count]) => count > 0)
    .map(([count, role]) => `${String(count)} ${role}`)
    .join(', ')

const unmatchedLines = ({ draft, nameOf }: DraftShown): ReadonlyArray<string> => {
  const byReason = new Map<Reason, Array<string>>()
  for (const { participant, role, reason } of draft.unmatched) {
    const people = byReason.get(reason) ?? []
    people.push(nameOf?.(participant) ?? (role === 'mentor' ? 'junior' : 'senior'))
    byReason.set(reason, people)
  }
  return [...byReason].map(([reason, people]) => {
    const who = nameOf === undefined ? countedRoles(people) : people.join(', ')
    return wrapped(`  ${reasons[reason]} – ${who}`, 80, '    ')
  })
}

/** A draft as a coordinator looks at it: pairs by number with score and reasons, and why who is unmatched. */
export const draftTable = (shown: DraftShown): string => {
  const { pairs, unmatched, policy } = shown.draft
  const count = `${counted(pairs.length, 'pair')}, ${counted(unmatched.length, 'person', 'people')} unmatched`
  return [
    `${count} (policy ${policy.id} ${policy.version})`,
    ...(pairs.length === 0 ? [] : [pairsTable(shown)]),
    ...(unmatched.length === 0 ? [] : ['Unmatched for now:', ...unmatchedLines(shown)]),
  ].join('\n')
}

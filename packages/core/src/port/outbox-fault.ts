import * as E from 'fp-ts/lib/Either.js'
import { CohortId, ParticipantId } from '../values/id.ts'
import { Instant } from '../values/instant.ts'
import { isObject } from '../values/is-object.ts'
import { misused, overtaken, type Misused, type Overtaken } from './failure.ts'
import { jsonText } from './json-text.ts'
import type { ClaimAsked, NewNotice, NoticeCommit, Outcome, Settlement } from './outbox.ts'
import { pageFault } from './page.ts'

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0

/** Why no outbox takes this instant, if it does not. */
export const instantFault = (instant: Instant): Misused | undefined =>
  Instant.is(instant)
    ? undefined
    : misused('an instant is in UTC with milliseconds, such as 2026-03-01T10:00:00.000Z')

/** Characters of an id, a slot, or a reason at the most. */
const longestText = 500

/** Characters of the JSON of a content at the most. */
const longestContent = 65_536

/** Notices of one commit, one claim or one settlement at the most. */
const mostTogether = 10_000

const isShort = (text: unknown): boolean => typeof text === 'string' && text.length <= longestText

/** The JSON of a notice's content, as a store keeps it; or why no store takes it. */
export const noticeContent = (content: object): E.Either<Misused, string> => {
  const text = jsonText(content)
  if (E.isLeft(text) || text.right.length <= longestContent) return text
  return E.left(misused(`a content has at most ${String(longestContent)} characters as JSON`))
}

const isPlain = (content: unknown): boolean =>
  isObject(content) && typeof content['toJSON'] !== 'function'

const noticeFault = (notice: NewNotice): Misused | undefined => {
  const { id, recipient, slot, due, notAfter, content, replaces = [], meets = [] } = notice
  if (id === '') return misused('a notice has an id')
  if (recipient !== 'coordinators' && !ParticipantId.is(recipient))
    return misused('a notice is for a participant, by their id, or for the coordinators')
  if (![id, slot, ...replaces, ...meets].every(isShort))
    return misused(`ids and slots are texts of at most ${String(longestText)} characters`)
  const fault = instantFault(due) ?? instantFault(notAfter)
  if (fault !== undefined) return fault
  if (!isPlain(content)) return misused('the content of a notice is a plain object')
  return due < notAfter ? undefined : misused('a notice is due before it is stale')
}

/** Why no outbox takes this commit, if it does not. */
export const noticeCommitFault = ({ changes }: NoticeCommit): Misused | undefined => {
  if (new Set(changes.map(({ cohort }) => cohort)).size < changes.length)
    return misused('a cohort stands twice in one commit')
  if (!changes.every(({ cohort }) => CohortId.is(cohort)))
    return misused('notices are of a cohort, by its id')
  if (!changes.every(({ after }) => isCount(after)))
    return misused('a version is a whole number from 0')
  if (changes.reduce((sum, { put }) => sum + put.length, 0) > mostTogether)
    return misused(`one commit puts at most ${String(mostTogether)} notices`)
  for (const { put } of changes)
    for (const notice of put) {
      const fault = noticeFault(notice)
      if (fault !== undefined) return fault
    }
  return undefined
}

/** Why no outbox answers this claim, if it does not. */
export const claimFault = ({ now, until, limit }: ClaimAsked): Misused | undefined => {
  const fault = pageFault({ limit }) ?? instantFault(now) ?? instantFault(until)
  if (fault !== undefined) return fault
  if (limit > mostTogether)
    return misused(`one claim takes at most ${String(mostTogether)} notices`)
  return until > now ? undefined : misused('a claim ends after it has begun')
}

const outcomes: ReadonlySet<string> = new Set<Outcome['_tag']>(['Done', 'Later', 'Parked'])

/** Why no outbox takes these settlements, if it does not. */
export const settleFault = (settlements: ReadonlyArray<Settlement>): Misused | undefined => {
  if (settlements.length > mostTogether)
    return misused(`at most ${String(mostTogether)} notices are settled at once`)
  for (const { fence, as } of settlements) {
    if (!outcomes.has(as._tag)) return misused('a notice is Done, goes Later, or is Parked')
    if (as._tag === 'Parked' && !isShort(as.because))
      return misused(`a notice is parked for a reason of at most ${String(longestText)} characters`)
    if (!isCount(fence) || fence === 0) return misused('a claim is a whole number from 1')
    const fault = as._tag === 'Later' ? instantFault(as.due) : undefined
    if (fault !== undefined) return fault
  }
  return undefined
}

/** What an outbox answers where the notices of these cohorts are at another version. */
export const noticesOvertaken = (cohorts: ReadonlyArray<CohortId>): Overtaken =>
  overtaken(cohorts.map((cohort) => ({ view: 'notices', cohort })))

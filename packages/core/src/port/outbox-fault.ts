import type { CohortId } from '../values/id.ts'
import { Instant } from '../values/instant.ts'
import { isObject } from '../values/is-object.ts'
import { misused, overtaken, type Misused, type Overtaken } from './failure.ts'
import type { ClaimAsked, NewNotice, NoticeCommit, Settlement } from './outbox.ts'
import { pageFault } from './page.ts'

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0

/** Why no outbox takes this instant, if it does not. */
export const instantFault = (instant: Instant): Misused | undefined =>
  Instant.is(instant)
    ? undefined
    : misused('an instant is in UTC with milliseconds, such as 2026-03-01T10:00:00.000Z')

const isPlain = (content: unknown): boolean =>
  isObject(content) && typeof content['toJSON'] !== 'function'

const noticeFault = ({ id, due, notAfter, content }: NewNotice): Misused | undefined => {
  if (id === '') return misused('a notice has an id')
  const fault = instantFault(due) ?? instantFault(notAfter)
  if (fault !== undefined) return fault
  if (!isPlain(content)) return misused('the content of a notice is a plain object')
  return due < notAfter ? undefined : misused('a notice is due before it is stale')
}

/** Why no outbox takes this commit, if it does not. */
export const noticeCommitFault = ({ changes }: NoticeCommit): Misused | undefined => {
  if (new Set(changes.map(({ cohort }) => cohort)).size < changes.length)
    return misused('a cohort stands twice in one commit')
  if (!changes.every(({ after }) => isCount(after)))
    return misused('a version is a whole number from 0')
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
  return until > now ? undefined : misused('a claim ends after it has begun')
}

/** Why no outbox takes these settlements, if it does not. */
export const settleFault = (settlements: ReadonlyArray<Settlement>): Misused | undefined => {
  for (const { fence, as } of settlements) {
    if (!isCount(fence) || fence === 0) return misused('a claim is a whole number from 1')
    const fault = as._tag === 'Later' ? instantFault(as.due) : undefined
    if (fault !== undefined) return fault
  }
  return undefined
}

/** What an outbox answers where the notices of these cohorts are at another version. */
export const noticesOvertaken = (cohorts: ReadonlyArray<CohortId>): Overtaken =>
  overtaken(cohorts.map((cohort) => ({ view: 'notices', cohort })))

import type { Port } from '@reverse-mentoring/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Faults } from '../faulty.ts'
import { asked, calling, claimed, outdated, pause, put, said, through } from './wrap.ts'

const without = <A extends object, K extends keyof A>(value: A, key: K): Omit<A, K> => {
  const { [key]: _, ...rest } = value
  return rest
}

/** Forgets who is claimed, as a claim that is no commit would. */
const unheld = calling(
  'claim',
  (inner, outbox) => (given) =>
    pipe(
      outbox.notices({ limit: 1000 }),
      TE.map(({ notices }) => notices.filter(({ due }) => due <= given.now).slice(0, given.limit)),
      TE.flatMap((notices) =>
        pipe(
          pause,
          TE.flatMap(() => inner(given)),
          TE.map(({ next }) => ({
            notices: notices.map((one) => ({ ...one, due: given.until, fence: one.fence + 1 })),
            ...(next !== undefined && { next }),
          })),
        ),
      ),
    ),
)

export const going: Faults<Port.Outbox> = {
  'a notice replaces those of its cohort in the slots that it names, as long as nobody has claimed them':
    {
      'nothing is replaced': put((notice) => without(notice, 'replaces')),
      'only the first slot is': put((notice) => ({ ...notice, replaces: ['unused'] })),
      'it replaces itself alone': put((notice) =>
        notice.replaces === undefined ? notice : { ...notice, meets: notice.replaces },
      ),
    },
  'notices of one slot wait side by side, unless one names it: also within one commit': {
    'a slot holds one': put((notice) => ({ ...notice, replaces: [notice.slot] })),
    'nothing is replaced': put((notice) => without(notice, 'replaces')),
  },
  'a notice that meets another one that nobody has claimed takes it away, and does not go itself': {
    'it goes all the same': put((notice) => ({
      ...without(notice, 'meets'),
      replaces: [...(notice.replaces ?? []), ...(notice.meets ?? [])],
    })),
    'the other one goes all the same': put((notice) => without(notice, 'meets')),
  },
  'what is due is claimed in the order of its being due, then of its ids, at most so many at once':
    {
      'the order is another': claimed((one) => ({ ...one, notices: [...one.notices].reverse() })),
      'all come at once': asked((claim) => ({ ...claim, limit: 1000 })),
      'what is due now comes later': asked((claim) => ({
        ...claim,
        now: new Date(Date.parse(claim.now) - 1).toISOString() as typeof claim.now,
      })),
      'claims are not counted': claimed((one) => ({
        ...one,
        notices: one.notices.map((notice) => ({ ...notice, fence: 0 })),
      })),
    },
  'what is claimed is nobody else’s until then, and after that it is claimed anew': {
    'it is never claimed again': through((outbox) => {
      const known = new Set<string>()
      return {
        ...outbox,
        claim: (claim) =>
          TE.map((one: Port.Claimed) => {
            const fresh = one.notices.filter(({ id, fence }) => fence === 1 || !known.has(id))
            for (const { id } of one.notices) known.add(id)
            return { ...one, notices: fresh.filter(({ fence }) => fence === 1) }
          })(outbox.claim(claim)),
      }
    }),
    'a claim ends at once': asked((claim) => ({
      ...claim,
      until: new Date(Date.parse(claim.now) + 1).toISOString() as typeof claim.now,
    })),
  },
  'of many who claim at the same time no two get the same, and all of it is claimed': {
    'it is looked at, and then claimed': unheld,
    'half of it is lost': claimed((one) => ({ ...one, notices: one.notices.slice(0, 2) })),
  },
  'a claim says when there is something again: what is due, or whose claim ends': {
    'it never says': claimed(({ notices }) => ({ notices })),
    'it says the claim’s end': claimed((one, { until }) => ({ ...one, next: until })),
  },
  'a claim without room or end, and what is no instant, are Misused': {
    'room is made': asked((claim) => ({ ...claim, limit: Math.max(1, claim.limit || 1) })),
    'any end will do': asked((claim) => ({
      ...claim,
      until: claim.until > claim.now ? claim.until : ('9999-01-01T00:00:00.000Z' as never),
    })),
  },
  'what is done goes no more, what goes later goes then, and what is parked when somebody says so':
    {
      'later is now': said((one) =>
        one.as._tag === 'Later'
          ? { ...one, as: { _tag: 'Later', due: '2026-01-01T00:00:00.000Z' as never } }
          : one,
      ),
      'parked is done': said((one) =>
        one.as._tag === 'Parked' ? { ...one, as: { _tag: 'Done' } } : one,
      ),
      'why is not told': said((one) =>
        one.as._tag === 'Parked' ? { ...one, as: { _tag: 'Parked', because: '' } } : one,
      ),
      'nobody can have it go again': calling('retry', () => () => TE.right(undefined)),
    },
  'whoever held it before says nothing of it any more, and is told so': {
    'nobody is told so': outdated(() => []),
    'anybody’s word counts': calling(
      'settle',
      (inner, outbox) => (settlements) =>
        pipe(
          outbox.notices({ limit: 1000 }),
          TE.map(({ notices }) => new Map(notices.map(({ id, fence }) => [id, fence]))),
          TE.flatMap((fences) =>
            inner(settlements.map((one) => ({ ...one, fence: fences.get(one.id) || one.fence }))),
          ),
        ),
    ),
  },
  'the same said again counts again, and changes nothing more': {
    'done only once': through((outbox) => {
      const done = new Set<string>()
      return {
        ...outbox,
        settle: (settlements) =>
          TE.map((ids: ReadonlyArray<string>) => {
            const again = settlements.filter(({ id, as }) => as._tag === 'Done' && done.has(id))
            for (const { id, as } of settlements) if (as._tag === 'Done') done.add(id)
            return [...ids, ...again.map(({ id }) => id)]
          })(outbox.settle(settlements)),
      }
    }),
    'what nobody knows is fine': outdated((ids, settlements) =>
      settlements.every(({ as }) => as._tag === 'Done') ? [] : ids,
    ),
  },
  'a settlement of no claim, or until what is no instant, is Misused and changes nothing': {
    'any claim will do': said((one) => ({ ...one, fence: Math.max(1, Math.ceil(one.fence || 1)) })),
    'one after the other': calling(
      'settle',
      (inner) => (settlements) =>
        pipe(
          settlements,
          TE.traverseSeqArray((one) => inner([one])),
          TE.map((ids) => ids.flat()),
        ),
    ),
  },
}

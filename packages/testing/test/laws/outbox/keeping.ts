import type { Port } from '@reverse-mentoring/core'
import { memoryOutbox } from '@reverse-mentoring/storage-memory'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { closing, forgetting, type Faults } from '../faulty.ts'
import { asked, calling, claimed, outdated, page, put, through } from './wrap.ts'

const shared: { content?: object } = {}

export const keeping: Faults<Port.Outbox> = {
  'those that wait, and those that are parked, are read in pages by their ids': {
    'there is always more': page((one) => ({ ...one, more: true })),
    'a page begins with where it was to go on': calling(
      'notices',
      (inner) => (asked) =>
        inner(asked.after === undefined ? asked : { ...asked, after: asked.after.slice(0, -1) }),
    ),
    'parked or not': calling(
      'notices',
      (inner) =>
        ({ parked: _, ...asked }) =>
          inner(asked),
    ),
    'room is made': calling(
      'notices',
      (inner) => (asked) => inner({ ...asked, limit: Math.max(1, asked.limit || 1) }),
    ),
  },
  'headers, or those that are parked, are read in pages by their cohorts': {
    'parked or not': calling(
      'headersOf',
      (inner) =>
        ({ parked: _, ...asked }) =>
          inner(asked),
    ),
    'a page ends early': calling(
      'headersOf',
      (inner) => (asked) =>
        TE.map(({ headers, more }: Port.HeaderPage) => ({ headers: headers.slice(0, 3), more }))(
          inner(asked),
        ),
    ),
  },
  'a notice comes back as it was put, whatever it holds, and is nobody else’s object': {
    'texts are trimmed': put(({ slot, replaces = [], ...notice }) => ({
      ...{ ...notice, slot: slot.trim(), replaces: replaces.map((one) => one.trim()) },
    })),
    'it is one object for all': claimed((one) => {
      const [first] = one.notices
      shared.content ??= first?.content ?? {}
      return {
        ...one,
        notices: one.notices.map((notice) => ({ ...notice, content: shared.content as never })),
      }
    }),
  },
  'whoever is forgotten gets nothing of what was there, and all others get theirs': {
    'nobody is forgotten': calling('forget', () => () => TE.right(undefined)),
    'only the first is': calling('forget', (inner) => (people) => inner(people.slice(0, 1))),
    'all are': calling(
      'forget',
      (_, outbox) => () =>
        TE.flatMap(({ notices }: Port.NoticePage) =>
          outbox.forget(
            notices.flatMap(({ recipient }) => (recipient === 'coordinators' ? [] : [recipient])),
          ),
        )(outbox.notices({ limit: 1000 })),
    ),
    'a word of theirs still counts': outdated(() => []),
  },
  'a sweep takes away the ids of what is done and was stale before, and nothing that waits': {
    'nothing is swept': calling('sweep', () => () => TE.right(undefined)),
    'all is swept': calling('sweep', (inner) => () => inner('9999-01-01T00:00:00.000Z' as never)),
  },
  'what was put, claimed and settled is so after reopening': {
    'each opening is a new one': forgetting(memoryOutbox),
  },
  'an outbox that was closed, where it can be, is Misused': {
    'it is Unavailable': closing(memoryOutbox)((outbox, isClosed) => ({
      ...outbox,
      claim: (asked) =>
        isClosed()
          ? TE.left({ _tag: 'Unavailable', reason: 'it was closed' } as const)
          : outbox.claim(asked),
    })),
  },
  'a call happens when it is run, and each time that it is': {
    'a claim happens when it is asked for': calling('claim', (inner) => (asked) => {
      const claim = inner(asked)()
      return () => claim
    }),
    'a commit happens once': through((outbox) => ({
      ...outbox,
      commit: (given) => {
        let done: ReturnType<ReturnType<Port.Outbox['commit']>> | undefined
        return () => (done ??= outbox.commit(given)())
      },
    })),
  },
  'whatever is asked of it, it answers as the outbox in memory does': {
    'a claim ends a millisecond late': asked((claim) => ({
      ...claim,
      until: new Date(Date.parse(claim.until) + 1).toISOString() as typeof claim.until,
    })),
    'the coordinators come first': claimed((one) => ({
      ...one,
      notices: [
        ...one.notices.filter(({ recipient }) => recipient === 'coordinators'),
        ...one.notices.filter(({ recipient }) => recipient !== 'coordinators'),
      ],
    })),
  },
}

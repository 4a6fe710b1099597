import { Cohort, type Command, type Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Cohorts } from '../cohort/cohorts.ts'
import type { Erasure } from './erasure.ts'

/** What permissions to erase are looked up in. */
export interface PermissionBench {
  readonly cohorts: Pick<Cohorts, 'load'>
  readonly directory: Pick<Port.Directory, 'cohortsOf' | 'findPeople' | 'erasing'>
}

type Failure = Port.Misused | Port.Unavailable

/** Whose erasure is under way. O(erasures under way). */
const underWay = async ({
  directory,
}: PermissionBench): Promise<E.Either<Failure, ReadonlySet<Values.ParticipantId>>> => {
  const limit = 500
  const all = new Set<Values.ParticipantId>()
  let after: Values.ParticipantId | undefined
  for (let more = true; more;) {
    const page = await directory.erasing({ limit, ...(after !== undefined && { after }) })()
    if (E.isLeft(page)) return page
    for (const { participant } of page.right) all.add(participant)
    after = page.right.at(-1)?.participant
    more = page.right.length === limit
  }
  return E.right(all)
}

/** What a coordinator is asked about, looked up once for a whole erasure. */
interface Looked {
  readonly known: ReadonlySet<Values.ParticipantId>
  /** A cohort as it is now; `undefined` for one that cannot be read. */
  readonly cohort: (
    id: Values.CohortId,
  ) => Promise<E.Either<Port.Unavailable, Cohort.Cohort | undefined>>
  readonly underWay: () => ReturnType<typeof underWay>
}

const onceEach = <K, A>(ask: (key: K) => Promise<A>): ((key: K) => Promise<A>) => {
  const asked = new Map<K, Promise<A>>()
  return (key) => {
    const answer = asked.get(key) ?? ask(key)
    asked.set(key, answer)
    return answer
  }
}

const lookUp = async (
  bench: PermissionBench,
  participants: ReadonlyArray<Values.ParticipantId>,
): Promise<E.Either<Failure, Looked>> => {
  const found = await bench.directory.findPeople(participants)()
  if (E.isLeft(found)) return found
  const asked = onceEach(() => underWay(bench))
  return E.right({
    known: new Set(found.right.keys()),
    cohort: onceEach(async (id) => {
      const loaded = await bench.cohorts.load(id)()
      if (E.isRight(loaded)) return E.right(loaded.right.cohort)
      return loaded.left._tag === 'Unavailable' ? E.left(loaded.left) : E.right(undefined)
    }),
    underWay: () => asked(undefined),
  })
}

/** What a coordinator may do about somebody: of whom nothing is known nothing is taken, and asking again is safe. */
type May = 'erase' | 'nothing' | 'not allowed'

/**
 * Whether a coordinator may erase somebody: every cohort that lists the person and can be read would take it from them,
 * and there is one; or it is under way already.
 */
const coordinatorMay = async (
  bench: PermissionBench,
  looked: Looked,
  participant: Values.ParticipantId,
  { at, by }: Pick<Erasure, 'at' | 'by'>,
): Promise<E.Either<Failure, May>> => {
  const listed = await bench.directory.cohortsOf(participant)()
  if (E.isLeft(listed)) return listed
  if (listed.right.length === 0 && !looked.known.has(participant)) return E.right('nothing')
  let allowed = 0
  for (const cohort of listed.right) {
    const state = await looked.cohort(cohort)
    if (E.isLeft(state)) return state
    // A cohort that never saw the person has no say in it.
    if (state.right === undefined || !Cohort.wasEnrolled(state.right, participant)) continue
    const command = { type: 'EraseParticipant', cohort, at, by, participant } as const
    const decision = Cohort.decide(command, state.right)
    const no = E.isLeft(decision) ? decision.left._tag : undefined
    if (no === 'NotAllowed') return E.right('not allowed')
    allowed += 1
  }
  if (allowed > 0) return E.right('erase')
  return E.map((all: ReadonlySet<Values.ParticipantId>): May =>
    all.has(participant) ? 'erase' : 'not allowed',
  )(await looked.underWay())
}

/** Those of the people of an erasure whom the directory is told to erase, if it is allowed. */
export const permitted = async (
  bench: PermissionBench,
  { participants, at, by }: Erasure,
): Promise<E.Either<Command.NotAllowed | Failure, ReadonlyArray<Values.ParticipantId>>> => {
  const no = E.left({ _tag: 'NotAllowed', by } as const)
  switch (by.role) {
    case 'system':
      return E.right(participants)
    case 'participant':
      return participants.every((id) => id === by.id) ? E.right(participants) : no
    case 'coordinator': {
      const looked = await lookUp(bench, participants)
      if (E.isLeft(looked)) return looked
      const some: Array<Values.ParticipantId> = []
      for (const participant of participants) {
        const may = await coordinatorMay(bench, looked.right, participant, { at, by })
        if (E.isLeft(may)) return may
        if (may.right === 'not allowed') return no
        if (may.right === 'erase') some.push(participant)
      }
      return E.right(some)
    }
  }
}

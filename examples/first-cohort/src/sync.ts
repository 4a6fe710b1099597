import { Values, type Port } from '@reverse-mentoring/core'
import { sayPlan, syncRoster, type Roster, type SyncPlan } from '@reverse-mentoring/roster'
import { openEngine, randomId, type Engine } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import type { Options } from './options.ts'
import type { Ports } from './ports.ts'
import type { Progress } from './progress.ts'
import { sayFailure } from './simulation/failure.ts'
import { eventsAfter } from './simulation/history.ts'
import { idsOf } from './simulation/ids.ts'
import { askedWrongly, failed, type Stop } from './stop.ts'
import { carryOut } from './sync/carry-out.ts'
import { known, type ParticipantOf } from './sync/known.ts'
import { otherProfiles, profilesOf, putPeople } from './sync/profiles.ts'
import { counted, wrapped } from './wording.ts'

/** What is needed to bring a folder's cohort up to date with a changed roster. */
export interface Syncing {
  readonly options: Pick<Options, 'names' | 'apply' | 'left'>
  readonly roster: Roster
  readonly seed: number
  readonly ports: Ports
  readonly progress: Progress
}

type Done = E.Either<Stop, void>

const newcomers = wrapped(
  'Note: the people of the simulation are those with whom it began. Nobody briefs whoever is new, and so they wait unmatched; in your own program they are briefed as everybody is.',
)

const lastSaid = async (store: Port.EventStore, cohort: Values.CohortId) => {
  const events = await eventsAfter(store, cohort, 0)()
  if (E.isLeft(events)) return E.left(failed(sayFailure(events.left)))
  const last = events.right.at(-1)
  return last === undefined
    ? E.left(askedWrongly('Nothing has happened in this folder yet: run it once without --sync.'))
    : E.right(last.at)
}

const planned = async (
  engine: Engine,
  syncing: Syncing,
): Promise<E.Either<Stop, { plan: SyncPlan; participantOf: ParticipantOf }>> => {
  const { seed, options, roster, ports } = syncing
  const ids = idsOf(seed)
  const cohort = ids.of(Values.CohortId)
  const last = await lastSaid(ports.store, cohort)
  if (E.isLeft(last)) return last
  const loaded = await engine.load(cohort)()
  if (E.isLeft(loaded)) return E.left(failed(sayFailure(loaded.left)))
  if (loaded.right.cohort.closedAt !== undefined)
    return E.left(askedWrongly('This cohort was closed: nobody is enrolled in it any more.'))
  const participantOf = await known(engine, syncing)
  if (E.isLeft(participantOf)) return participantOf
  const plan = syncRoster(loaded.right.cohort, roster, {
    cohort,
    at: Values.plusMillis(last.right, Values.MINUTE),
    by: { role: 'coordinator', id: ids.of(Values.ParticipantId, 'coordinator') },
    participantOf: participantOf.right,
    newEnrolment: () => randomId(Values.EnrolmentId),
    left: options.left,
  })
  return E.right({ plan, participantOf: participantOf.right })
}

/** Says how a changed roster brings the cohort of a folder up to date, and does it where that was asked for. */
export const sync = async (syncing: Syncing): Promise<Done> => {
  const { options, roster, ports, progress } = syncing
  const opened = await openEngine(ports)()
  if (E.isLeft(opened)) return E.left(failed(sayFailure(opened.left)))
  const engine = opened.right
  try {
    const made = await planned(engine, syncing)
    if (E.isLeft(made)) return made
    const { plan, participantOf } = made.right
    const names = new Map(roster.people.map(({ id, name }) => [id, name]))
    const nameOf = (id: string): string =>
      options.names ? `${names.get(id) ?? 'somebody'} (${id})` : id
    const profiles = profilesOf(roster, participantOf)
    const other = await otherProfiles(ports.directory, profiles)
    if (E.isLeft(other)) return other
    for (const text of sayPlan(plan, nameOf)) progress.say(wrapped(text, 80, '  '))
    const renamed = other.right.length
    if (renamed > 0)
      progress.say(
        `${counted(renamed, 'person has', 'people have')} another name, address or attributes.`,
      )
    if (plan.changes.some(({ kind }) => kind === 'enrol')) progress.say(newcomers)
    if (plan.refused.length > 0)
      return E.left(
        askedWrongly('Nothing was done: mend in the file what the cohort would refuse.'),
      )
    if (plan.unclear.length > 0)
      return E.left(askedWrongly('Nothing was done: mend these lines in the file first.'))
    if (plan.commands.length + renamed === 0) return E.right(undefined)
    if (!options.apply) {
      progress.say('Nothing was done yet: add --apply to do it.')
      return E.right(undefined)
    }
    const put = await putPeople(ports.directory, profiles, roster)
    if (E.isLeft(put)) return put
    const done = await carryOut(engine, plan)
    if (E.isLeft(done)) return done
    progress.say(`Done: ${counted(plan.changes.length + renamed, 'change')}.`)
    return done
  } finally {
    await engine.close()
  }
}

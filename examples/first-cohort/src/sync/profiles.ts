import type { Port, Values } from '@reverse-mentoring/core'
import type { Roster } from '@reverse-mentoring/roster'
import * as E from 'fp-ts/lib/Either.js'
import { isNonEmpty } from 'fp-ts/lib/ReadonlyArray.js'
import { profileOf } from '../simulation/enrolment.ts'
import { sayFailure } from '../simulation/failure.ts'
import { askedWrongly, failed, type Stop } from '../stop.ts'
import { counted, wrapped } from '../wording.ts'

type People = ReadonlyArray<Port.Profile>

/** Who people are, as the roster tells; whoever was erased is not among them. */
export const profilesOf = (
  { people }: Roster,
  participantOf: (id: string) => Values.ParticipantId | undefined,
): People =>
  people.flatMap((person) => {
    const participant = participantOf(person.id)
    return participant === undefined ? [] : [profileOf(participant, person)]
  })

const inOrder = (attributes: Port.Attributes = {}): unknown =>
  Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1))

/** What is known of somebody as a text, in whatever order it was written. */
const told = (profile: Port.Profile | undefined): string =>
  JSON.stringify([
    profile?.name,
    profile?.address,
    inOrder(profile?.attributes),
    inOrder(profile?.identity),
  ])

/** Who is known by another name, address or attributes than the file says; most names differ in a file of other people. */
export const otherProfiles = async (
  directory: Port.Directory,
  people: People,
): Promise<E.Either<Stop, People>> => {
  const found = await directory.findPeople(people.map(({ participant }) => participant))()
  if (E.isLeft(found)) return E.left(failed(sayFailure(found.left)))
  const known = people.filter(({ participant }) => found.right.has(participant))
  const other = known.filter((one) => told(found.right.get(one.participant)) !== told(one))
  const renamed = other.filter(
    ({ participant, name }) => found.right.get(participant)?.name !== name,
  )
  return renamed.length > 4 && 2 * renamed.length > known.length
    ? E.left(
        askedWrongly(
          wrapped(
            `${counted(renamed.length, 'person', 'people')} of ${String(known.length)} have another name under the same number: this looks like a file of other people. Nothing was done.`,
          ),
        ),
      )
    : E.right(other)
}

/** Writes who people are, and what new topics are called. */
export const putPeople = async (
  directory: Port.Directory,
  people: People,
  { topics }: Roster,
): Promise<E.Either<Stop, void>> => {
  const labels = [...topics].map(([code, label]) => ({ code, language: 'en', label }))
  const named = isNonEmpty(labels) ? await directory.putLabels(labels)() : E.right(undefined)
  if (E.isLeft(named)) return E.left(failed(sayFailure(named.left)))
  const put = isNonEmpty(people) ? await directory.putPeople(people)() : E.right(undefined)
  return E.isLeft(put) ? E.left(failed(sayFailure(put.left))) : E.right(undefined)
}

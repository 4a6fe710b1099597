import type { Port, Values } from '@reverse-mentoring/core'
import type { Text } from '../text.ts'

interface Entry {
  readonly cohorts: ReadonlySet<Values.CohortId>
  readonly person?: Text<Port.Profile> | undefined
}

const unknown: Entry = { cohorts: new Set() }

/** The people of a directory: who they are, the cohorts listed with them, and who was ever erased. */
export const newEntries = () => {
  const entries = new Map<Values.ParticipantId, Entry>()
  const gone = new Set<Values.ParticipantId>()
  const entryOf = (participant: Values.ParticipantId): Entry => entries.get(participant) ?? unknown
  const isErased = (participant: Values.ParticipantId): boolean => gone.has(participant)
  const cohortsOf = (participant: Values.ParticipantId): ReadonlyArray<Values.CohortId> =>
    [...entryOf(participant).cohorts].sort()

  /** Of who is erased there is an entry as long as there are cohorts to tell. */
  const leave = (
    participant: Values.ParticipantId,
    cohorts: ReadonlySet<Values.CohortId>,
  ): void => {
    if (cohorts.size > 0) entries.set(participant, { cohorts })
    else entries.delete(participant)
  }

  return {
    isErased,
    cohortsOf,
    find: (participant: Values.ParticipantId) => entryOf(participant).person,
    put: (participant: Values.ParticipantId, person: Text<Port.Profile>): void => {
      if (!isErased(participant)) entries.set(participant, { ...entryOf(participant), person })
    },
    list: (participant: Values.ParticipantId, cohort: Values.CohortId): void => {
      const { cohorts, ...entry } = entryOf(participant)
      entries.set(participant, { ...entry, cohorts: new Set([...cohorts, cohort]) })
    },
    erase: (participant: Values.ParticipantId): void => {
      gone.add(participant)
      leave(participant, entryOf(participant).cohorts)
    },
    tell: (participant: Values.ParticipantId, cohort: Values.CohortId): void => {
      if (!isErased(participant)) return
      const { cohorts } = entryOf(participant)
      leave(participant, new Set([...cohorts].filter((one) => one !== cohort)))
    },
    erasing: (
      after: Values.ParticipantId | undefined,
      limit: number,
    ): ReadonlyArray<Port.Erasing> =>
      [...entries.keys()]
        .filter((id) => isErased(id) && (after === undefined || id > after))
        .sort()
        .slice(0, limit)
        .map((participant) => ({ participant, cohorts: cohortsOf(participant) })),
  }
}

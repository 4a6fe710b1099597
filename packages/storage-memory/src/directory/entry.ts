import type { Port, Values } from '@reverse-mentoring/core'
import type { Text } from '../text.ts'

interface Entry {
  readonly cohorts: ReadonlySet<Values.CohortId>
  readonly erased: boolean
  readonly person?: Text<Port.Profile> | undefined
}

const unknown: Entry = { cohorts: new Set(), erased: false }

/** The people of a directory: who they are, the cohorts listed with them, and whether they are being erased. */
export const newEntries = () => {
  const entries = new Map<Values.ParticipantId, Entry>()
  const entryOf = (participant: Values.ParticipantId): Entry => entries.get(participant) ?? unknown
  const isErased = (participant: Values.ParticipantId): boolean => entryOf(participant).erased
  const cohortsOf = (participant: Values.ParticipantId): ReadonlyArray<Values.CohortId> =>
    [...entryOf(participant).cohorts].sort()

  /** Marks somebody as erased, as long as there are cohorts to tell. */
  const mark = (participant: Values.ParticipantId, cohorts: ReadonlySet<Values.CohortId>): void => {
    if (cohorts.size > 0) entries.set(participant, { cohorts, erased: true })
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
      mark(participant, entryOf(participant).cohorts)
    },
    tell: (participant: Values.ParticipantId, cohort: Values.CohortId): void => {
      const { erased, cohorts } = entryOf(participant)
      if (erased) mark(participant, new Set([...cohorts].filter((one) => one !== cohort)))
    },
    erasing: (
      after: Values.ParticipantId | undefined,
      limit: number,
    ): ReadonlyArray<Port.Erasing> =>
      [...entries]
        .filter(([id, { erased }]) => erased && (after === undefined || id > after))
        .map(([id]) => id)
        .sort()
        .slice(0, limit)
        .map((participant) => ({ participant, cohorts: cohortsOf(participant) })),
  }
}

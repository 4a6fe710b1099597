import type { Port, Values } from '@reverse-mentoring/core'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Faults } from '../faulty.ts'
import { through } from './wrap.ts'

/** What came before decides the answer, in a way that no single question shows. */
export const differing: Faults<Port.Directory> = {
  'whatever is asked of it, it answers as the directory in memory does': {
    'labels that are put in two languages at once are those of the first': through((directory) => ({
      ...directory,
      putLabels: (labels) => {
        const [{ language }, ...others] = labels
        const isSame = (one: Port.Label): boolean => one.language !== language
        return others.some(isSame)
          ? directory.putLabels([labels[0], ...others.map((one) => ({ ...one, language }))])
          : directory.putLabels(labels)
      },
    })),
    'a cohort of which somebody was told takes a new salt': through((directory) => {
      const told = new Set<Values.CohortId>()
      return {
        ...directory,
        told: (cohort, participants) => {
          told.add(cohort)
          return directory.told(cohort, participants)
        },
        salt: (cohort, fresh) =>
          TE.map((salt: string) => {
            return told.delete(cohort) ? fresh : salt
          })(directory.salt(cohort, fresh)),
      }
    }),
    'an erasure of two names the cohorts of the first for both': through((directory) => ({
      ...directory,
      erase: (participants) =>
        TE.map((erasings: ReadonlyArray<Port.Erasing>) =>
          erasings.map((one) => ({ ...one, cohorts: erasings[0]?.cohorts ?? [] })),
        )(directory.erase(participants)),
    })),
  },
}

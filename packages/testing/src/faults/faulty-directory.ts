import type { Port } from '@reverse-mentoring/core'
import { faultyCall } from './faulty-call.ts'
import type { Faults } from './faults.ts'

/** A directory that fails by these rates: `lost`, `unanswered`, `silent`, `slow` and `thrown` calls. */
export const faultyDirectory = (directory: Port.Directory, faults: Faults): Port.Directory => {
  const call = faultyCall(faults)
  return {
    putPeople: (some) => call('putPeople', directory.putPeople(some)),
    findPeople: (some) => call('findPeople', directory.findPeople(some)),
    listCohort: (cohort, some) => call('listCohort', directory.listCohort(cohort, some)),
    takeKeys: (keys) => call('takeKeys', directory.takeKeys(keys)),
    findKeys: (keys) => call('findKeys', directory.findKeys(keys)),
    cohortsOf: (participant) => call('cohortsOf', directory.cohortsOf(participant)),
    putText: (text) => call('putText', directory.putText(text)),
    findText: (text) => call('findText', directory.findText(text)),
    putLabels: (some) => call('putLabels', directory.putLabels(some)),
    labels: (language) => call('labels', directory.labels(language)),
    salt: (cohort, fresh) => call('salt', directory.salt(cohort, fresh)),
    secret: (name, fresh) => call('secret', directory.secret(name, fresh)),
    erase: (some) => call('erase', directory.erase(some)),
    told: (cohort, some) => call('told', directory.told(cohort, some)),
    erasing: (page) => call('erasing', directory.erasing(page)),
  }
}

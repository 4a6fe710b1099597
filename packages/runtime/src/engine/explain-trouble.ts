import { explainFailure } from '../explain.ts'
import type { Mismatch, Trouble } from './trouble.ts'

const explainMismatch = (because: Mismatch): string => {
  switch (because._tag) {
    case 'ViewsOfAnotherLog':
      return `The views of ${String(because.cohorts)} cohorts showed another log, as after an older one was put back; they are made anew.`
    case 'NewDirectory':
      return 'The directory is new, and the log is not: put the copy of its directory back, or names and texts are gone.'
    case 'DirectoryOfAnotherLog':
      return 'The directory has been used with another log: end this process, and name the right log or the right directory.'
  }
}

/** One sentence or two for an operator: what went wrong and, where there is a way, what to do. It holds no stored value but ids. */
export const explainTrouble = (trouble: Trouble): string => {
  switch (trouble.while) {
    case 'catching up':
      return `Views could not be brought up to date. ${explainFailure(trouble.because)}`
    case 'keeping time':
      return `Time could not be kept. ${explainFailure(trouble.because)}`
    case 'keeping time in a cohort':
      return `Time could not be kept in cohort ${trouble.because.cohort}. ${explainFailure(trouble.because.because)}`
    case 'comparing the ports':
      return explainMismatch(trouble.because)
  }
}

import type { CodeLists } from '../event/opening.ts'

/** No codes at all, to be spread under a cohort's own lists. */
export const noCodes: CodeLists = {
  topics: [],
  goals: [],
  objectives: [],
  questions: [],
  themes: [],
  rules: [],
  policies: [],
}

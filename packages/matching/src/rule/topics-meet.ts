import { code } from '../code.ts'
import { sharedTopicsEachWay } from '../measure/topics.ts'
import type { Naming, Rule } from './rule.ts'

/** The mentor offers a topic that the mentee seeks; in a reciprocal cohort the mentee one that the mentor seeks, too. */
export const topicsMeet = (options: Naming & { readonly least?: number } = {}): Rule => ({
  code: code(options.code ?? 'topics-meet'),
  disclosure: options.disclosure ?? 'both',
  about: 'both',
  measure: sharedTopicsEachWay,
  least: options.least ?? 1,
})

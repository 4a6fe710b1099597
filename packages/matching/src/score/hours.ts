import { code } from '../code.ts'
import { type WorkingHours, commonWorkingHours } from '../measure/working-hours.ts'
import type { Score, Weight } from './score.ts'

/** Points for each hour of the day in which both work: by the attribute `zone`, from 9 to 17, where not said otherwise. */
export const commonHours = (options: Weight & Partial<WorkingHours>): Score => ({
  code: code(options.code ?? 'common-hours'),
  disclosure: options.disclosure ?? 'both',
  about: 'both',
  measure: commonWorkingHours({ attribute: 'zone', from: 9, to: 17, ...options }),
  points: options.points,
  most: 24,
})

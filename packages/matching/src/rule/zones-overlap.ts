import { code } from '../code.ts'
import { type WorkingHours, commonWorkingHours } from '../measure/working-hours.ts'
import type { Naming, Rule } from './rule.ts'

/** Both work for some hours of the day at the same time: by the attribute `zone`, from 9 to 17, where not said otherwise. */
export const zonesOverlap = (
  options: Naming & Partial<WorkingHours> & { readonly hours: number },
): Rule => ({
  code: code(options.code ?? 'zones-overlap'),
  disclosure: options.disclosure ?? 'both',
  about: 'both',
  measure: commonWorkingHours({ attribute: 'zone', from: 9, to: 17, ...options }),
  least: options.hours,
})

import { code } from '../code.ts'
import { weeksWaited } from '../measure/waiting.ts'
import type { Score, Weight } from './score.ts'

/** Points for each week that one of the two has waited, up to `mostWeeks` (52) for each. */
export const waiting = (options: Weight & { readonly mostWeeks?: number }): Score => {
  const mostWeeks = options.mostWeeks ?? 52
  return {
    code: code(options.code ?? 'waiting'),
    disclosure: options.disclosure ?? 'both',
    about: 'both',
    measure: weeksWaited(mostWeeks),
    points: options.points,
    most: 2 * mostWeeks,
  }
}

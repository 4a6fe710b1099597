import { code } from '../code.ts'
import { type Pattern, namesIn, pattern } from '../measure/pattern.ts'
import type { Score, Weight } from './score.ts'

/** Points for a pair whose identity attributes have a pattern. It does not run without a legal basis recorded for its code. */
export const attributePattern = (options: Weight & Pattern): Score => ({
  code: code(options.code ?? 'attribute-pattern-points'),
  disclosure: options.disclosure ?? 'none',
  about: 'both',
  reads: namesIn(options),
  measure: pattern(options),
  points: options.points,
  most: 1,
})

import { code } from '../code.ts'
import { organisationDistance } from '../measure/distance.ts'
import type { Score, Weight } from './score.ts'

/** Points for each manager between the two below their first common one, up to `most` (6); as many without one. */
export const distance = (options: Weight & { readonly most?: number }): Score => ({
  code: code(options.code ?? 'organisation-distance'),
  disclosure: options.disclosure ?? 'both',
  about: 'both',
  measure: organisationDistance(options.most ?? 6),
  points: options.points,
  most: options.most ?? 6,
})

import { code } from '../code.ts'
import { sharedTopics } from '../measure/topics.ts'
import type { Score, Weight } from './score.ts'

/** Points for each topic that one offers and the other seeks, up to `most` (3) of them. */
export const topics = (options: Weight & { readonly most?: number }): Score => ({
  code: code(options.code ?? 'shared-topics'),
  disclosure: options.disclosure ?? 'both',
  about: 'both',
  measure: sharedTopics,
  points: options.points,
  most: options.most ?? 3,
})

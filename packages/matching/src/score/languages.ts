import { code } from '../code.ts'
import { sharedLanguages } from '../measure/languages.ts'
import type { Score, Weight } from './score.ts'

/** Points for each language that both speak, up to `most` (1); from the attribute `languages`, or another one. */
export const languages = (
  options: Weight & { readonly attribute?: string; readonly most?: number },
): Score => ({
  code: code(options.code ?? 'shared-languages'),
  disclosure: options.disclosure ?? 'both',
  about: 'both',
  measure: sharedLanguages(options.attribute ?? 'languages'),
  points: options.points,
  most: options.most ?? 1,
})

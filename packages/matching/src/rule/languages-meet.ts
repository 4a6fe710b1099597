import { code } from '../code.ts'
import { sharedLanguages } from '../measure/languages.ts'
import type { Naming, Rule } from './rule.ts'

/** Both speak a language; from the attribute `languages`, or another one. */
export const languagesMeet = (options: Naming & { readonly attribute?: string } = {}): Rule => ({
  code: code(options.code ?? 'languages-meet'),
  disclosure: options.disclosure ?? 'both',
  about: 'both',
  measure: sharedLanguages(options.attribute ?? 'languages'),
  least: 1,
})

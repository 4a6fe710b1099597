/** Text that is markup already. */
export interface Html {
  readonly markup: string
}

type Part = Html | string | number | ReadonlyArray<Html>

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text without control characters and what turns the direction of writing: a name must not rearrange what stands around it. */
export const plain = (text: string): string =>
  text
    .replace(/[\t\n\r\u0085\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd')

/** Text as it may stand between tags and in quoted attributes. */
export const escape = (text: string): string =>
  plain(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

const rendered = (part: Part): string => {
  if (typeof part === 'string') return escape(part)
  if (typeof part === 'number') return String(part)
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('')
}

/** Text that the page's author wrote as markup. */
export const trusted = (markup: string): Html => ({ markup })

/** Nothing at all. */
export const nothing: Html = trusted('')

/** A template in which everything put in is escaped, unless it is markup already. */
export const html = (texts: TemplateStringsArray, ...parts: ReadonlyArray<Part>): Html =>
  trusted(texts.reduce((page, text, i) => page + rendered(parts[i - 1] ?? '') + text))

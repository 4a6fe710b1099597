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

/** Text as it may stand between tags and in quoted attributes. */
export const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

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

/** A value as JSON that may stand in a `script` element, whatever texts it holds. */
export const jsonForScript = (value: unknown): Html =>
  trusted(
    JSON.stringify(value).replace(
      /[<\u2028\u2029]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  )

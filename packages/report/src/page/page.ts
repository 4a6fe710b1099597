import { createHash } from 'node:crypto'
import type { ReportData } from '../report-data.ts'
import { headingMarkup } from './heading.ts'
import { headlineMarkup } from './headline.ts'
import { html, nothing, trusted, type Html } from './html.ts'
import { script } from './script.ts'
import { sectionMarkup, type Section } from './section.ts'
import { sectionsOf } from './sections.ts'
import { styleOf } from './style/style.ts'

const digest = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Nothing is loaded from anywhere; no script and no style holds but the page's own. */
const policyFor = (style: string): string =>
  `default-src 'none'; style-src ${digest(style)}; script-src ${digest(script)}; base-uri 'none'; form-action 'none'`

/** Exactly this text within an element: a blank more, and its digest were another. */
const element = (name: 'script' | 'style', text: string): Html =>
  trusted(`<${name}>${text}</${name}>`)

const contents = (sections: ReadonlyArray<Section>): Html => html`
  <nav aria-label="Contents">
    <ul>
      ${sections.map(({ id, heading }) => html`<li><a href="#${id}">${heading}</a></li>`)}
    </ul>
  </nav>
`

/**
 * A report as one HTML page that needs nothing else: no network, no other file. Charts are drawn in it, and their tables
 * stand under them, so that it can be read without scripts, by keyboard and on paper. O(pairings × weeks).
 */
export const reportPage = (data: ReportData): string => {
  const sections = sectionsOf(data)
  const [today, ...rest] = sections
  const style = styleOf(sections)
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${trusted(policyFor(style))}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${data.title} · cohort report</title>
        ${element('style', style)}
      </head>
      <body>
        <main>
          ${headingMarkup(data)} ${contents(sections)}
          ${today === undefined ? nothing : sectionMarkup(today)} ${headlineMarkup(data.headline)}
          ${rest.map(sectionMarkup)}
        </main>
        ${element('script', script)}
      </body>
    </html> `.markup
}

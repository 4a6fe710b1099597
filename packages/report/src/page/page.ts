import { createHash } from 'node:crypto'
import type { ReportData } from '../report-data.ts'
import { datesIn } from '../dates.ts'
import { funnelSection } from './funnel.ts'
import { headlineMarkup } from './headline.ts'
import { html, jsonForScript, trusted, type Html } from './html.ts'
import { momentumSection } from './momentum.ts'
import { networkSection } from './network.ts'
import { publishedSection } from './published.ts'
import { chartName, sectionMarkup, type Section } from './section.ts'
import { sessionsSection } from './sessions.ts'
import { topicsSection } from './topics.ts'

/** The files that a page carries within itself. */
export interface Assets {
  readonly style: string
  readonly library: string
  readonly script: string
}

const sectionsOf = (data: ReportData): ReadonlyArray<Section> => [
  funnelSection(data.funnel, data.headline.leastSessions),
  momentumSection(data.momentum, data.rules, datesIn(data.zone)),
  sessionsSection(data.sessions, data.zone),
  topicsSection(data.topics, data.rules.k),
  networkSection(data.network),
  publishedSection(data.published, data.rules.k, datesIn(data.zone)),
]

const optionsOf = (sections: ReadonlyArray<Section>): Html =>
  jsonForScript(
    Object.fromEntries(
      sections.flatMap((section) =>
        section.charts.map(({ option }, i) => [chartName(section, i), option]),
      ),
    ),
  )

const digest = (script: string): string =>
  `'sha256-${createHash('sha256').update(script).digest('base64')}'`

/** Nothing is loaded from anywhere, and no script runs but the page's own two. */
const policy = ({ library, script }: Assets): string =>
  `default-src 'none'; style-src 'unsafe-inline'; script-src ${digest(library)} ${digest(script)}`

/** Exactly this text within an element: a blank more, and its digest were another. */
const element = (name: 'script' | 'style', text: string): Html =>
  trusted(`<${name}>${text}</${name}>`)

const heading = ({ title, start, plannedEnd, asOf, closedAt, zone }: ReportData): Html => {
  const { day } = datesIn(zone)
  const end = closedAt === undefined ? 'still open' : `closed on ${day(closedAt)}`
  return html`
    <header>
      <p class="kind">Reverse mentoring · cohort report</p>
      <h1>${title}</h1>
      <p class="dates">${day(start)} to ${day(plannedEnd)} · as of ${day(asOf)} · <b>${end}</b></p>
    </header>
  `
}

/** The whole page. */
export const page = (data: ReportData, assets: Assets): string => {
  const sections = sectionsOf(data)
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy(assets)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${data.title} · cohort report</title>
        ${element('style', assets.style)}
      </head>
      <body>
        <main>
          ${heading(data)}
          <p class="audience">
            For those who run the cohort. It shows how pairings go, and never who said no or what
            two people talk about.
          </p>
          ${headlineMarkup(data.headline)} ${sections.map(sectionMarkup)}
        </main>
        <noscript><p class="noscript">The charts need scripts; the tables do not.</p></noscript>
        <script type="application/json" id="options">
          ${optionsOf(sections)}
        </script>
        ${element('script', assets.library)} ${element('script', assets.script)}
      </body>
    </html> `.markup
}

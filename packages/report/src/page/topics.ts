import type { ShownTopics } from '../section/topics.ts'
import type { Colour } from './chart/chart-style.ts'
import { html, nothing, type Html } from './html.ts'
import { legend } from './chart/legend.ts'
import { WIDTH, type Chart } from './chart/chart.ts'
import type { Section } from './section.ts'
import { rowsOf } from './table.ts'
import { heightOfBars, sidewaysBars } from './chart/sideways-bars.ts'
import { listed, percent, share } from './words.ts'

interface Bar {
  readonly name: string
  readonly share: number
  readonly colour: Colour
}

const barsOf = ({ topics }: ShownTopics): ReadonlyArray<Bar> =>
  topics.map(({ label, digital, share }) => ({
    name: label,
    share,
    colour: digital ? 'var(--digital)' : 'var(--accent)',
  }))

const kinds = legend([
  { name: 'Digital skills', colour: 'var(--digital)' },
  { name: 'Everything else', colour: 'var(--accent)' },
])

const chart = (bars: ReadonlyArray<Bar>, { digital }: ShownTopics): Chart => ({
  ...(digital !== undefined && { legend: kinds }),
  width: WIDTH,
  height: heightOfBars(bars.length),
  says: `Topics by how often they came up: ${listed(bars.map(({ name, share }) => `${name} ${percent(share, 1)}`))}.`,
  option: sidewaysBars({
    names: bars.map(({ name }) => name),
    comesTo: bars.map(({ share }) => percent(share, 1)),
    full: Math.max(...bars.map(({ share }) => share)),
    track: false,
    series: [
      {
        data: bars.map(({ share, colour }) => ({
          value: share,
          itemStyle: { color: colour, borderRadius: 4 },
        })),
      },
    ],
  }),
})

const warning = ({ digital, crowded }: ShownTopics): Html => {
  if (digital === undefined) return nothing
  const share = percent(digital, 1)
  return crowded
    ? html`<p class="care">
        <b>Digital topics crowd out the rest:</b> ${share} of what came up. Tools are where many
        pairs begin; how the organisation looks from below is what only a junior can share.
      </p>`
    : html`<p>Digital topics are ${share} of what came up, and leave room for the rest.</p>`
}

const hidden = ({ topics }: ShownTopics, k: number): Html => html`
  <p class="note">
    ${topics.length === 0 ? 'No topic can be told yet' : 'Shown are shares, as of the date of the figures for the sponsor'}:
    a topic is left out where it, or its difference from another figure, would be about fewer than
    ${k} people. What a single pair talks about stays between the two.
  </p>
`

/** What sessions were about, never those of one pair (INV35). */
export const topicsSection = (mix: ShownTopics, k: number): Section => {
  const bars = barsOf(mix)
  const frame = { id: 'topics', heading: 'What they talked about', note: hidden(mix, k) }
  if (bars.length === 0) return { ...frame, lead: nothing, charts: [], tables: [] }
  return {
    ...frame,
    lead: warning(mix),
    charts: [chart(bars, mix)],
    tables: [
      {
        id: 'topics-table',
        caption: 'Topics by how often they came up',
        head: ['Topic', 'Share', ...(mix.digital === undefined ? [] : ['Kind'])],
        rows: rowsOf(
          mix.topics.map(({ label, share: part, digital }) => [
            label,
            share(part, 1),
            ...(mix.digital === undefined ? [] : [digital ? 'digital' : 'other']),
          ]),
        ),
      },
    ],
  }
}

import type { ShownTopics } from '../section/topics.ts'
import type { Colour } from './chart-style.ts'
import { html, nothing, type Html } from './html.ts'
import { legend } from './legend.ts'
import type { Chart, Section } from './section.ts'
import { heightOfBars, sidewaysBars } from './sideways-bars.ts'
import { listed, percent } from './words.ts'

interface Bar {
  readonly name: string
  readonly share: number
  readonly colour: Colour
}

const barsOf = ({ topics }: ShownTopics): ReadonlyArray<Bar> =>
  topics.map(({ label, digital, share }) => ({
    name: label,
    share,
    colour: digital ? '--digital' : '--accent',
  }))

const kinds = legend([
  { name: 'Digital skills', colour: '--digital' },
  { name: 'Everything else', colour: '--accent' },
])

const chart = (bars: ReadonlyArray<Bar>, { digital }: ShownTopics): Chart => ({
  ...(digital !== undefined && { legend: kinds }),
  height: heightOfBars(bars.length),
  says: `Topics by how often they came up: ${listed(bars.map(({ name, share }) => `${name} ${percent(share, 1)}`))}.`,
  option: sidewaysBars({
    names: bars.map(({ name }) => name),
    comesTo: bars.map(({ share }) => percent(share, 1)),
    full: Math.max(...bars.map(({ share }) => share)),
    track: false,
    series: [
      {
        data: bars.map(({ name, share, colour }) => ({
          value: share,
          name: `${name}: ${percent(share, 1)}`,
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
  if (bars.length === 0) return { ...frame, lead: nothing, charts: [] }
  return {
    ...frame,
    lead: warning(mix),
    charts: [chart(bars, mix)],
    table: {
      caption: 'Topics by how often they came up',
      head: ['Topic', 'Share', 'Kind'],
      rows: bars.map(({ name, share, colour }) => [
        name,
        percent(share, 1),
        colour === '--digital' ? 'digital' : '',
      ]),
    },
  }
}

import type { Crossing, Network } from '../section/network.ts'
import { chordChart } from './chord.ts'
import type { Colour } from './chart-style.ts'
import { html } from './html.ts'
import { legend } from './legend.ts'
import type { Chart, Section } from './section.ts'
import { heightOfBars, sidewaysBars } from './sideways-bars.ts'
import { counted, percent } from './words.ts'

const parts: ReadonlyArray<
  readonly [part: 'across' | 'within' | 'unknown', name: string, colour: Colour]
> = [
  ['across', 'Different', '--accent'],
  ['within', 'Same', '--track-strong'],
  ['unknown', 'Not known', '--over'],
]

const sizeOf = ({ across, within, unknown }: Crossing): number => across + within + unknown

const titled = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const bars = (crossings: ReadonlyArray<Crossing>): Chart => ({
  height: heightOfBars(crossings.length),
  legend: legend(parts.map(([, name, colour]) => ({ name, colour }))),
  says: `Formal pairings across units: ${crossings
    .map((each) => `${each.respect} ${percent(each.across, sizeOf(each))}`)
    .join(', ')}.`,
  option: sidewaysBars({
    names: crossings.map(({ respect }) => titled(respect)),
    comesTo: crossings.map(
      (each) => `${String(each.across)} · ${percent(each.across, sizeOf(each))}`,
    ),
    full: Math.max(...crossings.map(sizeOf)),
    track: false,
    series: parts.map(([part, name, colour]) => ({
      stack: 'pairings',
      itemStyle: { color: colour, borderColor: '--card', borderWidth: 1 },
      data: crossings.map((each) => ({
        value: each[part],
        name: `${titled(each.respect)}, ${name.toLowerCase()}: ${String(each[part])}`,
      })),
    })),
  }),
})

/** What the cohort opened across the organisation. */
export const networkSection = ({ departments, ties, crossings }: Network): Section => {
  const frame = { id: 'network', heading: 'New ties across the organisation' }
  if (ties.length === 0) {
    return { ...frame, lead: html`<p>No pairing was formal yet.</p>`, charts: [] }
  }
  const across = ties.filter(({ mentor, mentee }) => mentor !== mentee)
  const linked = across.reduce((sum, { pairings }) => sum + pairings, 0)
  const all = ties.reduce((sum, { pairings }) => sum + pairings, 0)
  return {
    ...frame,
    lead: html`<p>
      ${linked} of ${counted(all, 'formal pairing')} link two departments, in
      ${counted(across.length, 'combination')} of ${counted(departments.length, 'department')}. A
      ribbon runs from the mentor’s department to the mentee’s.
    </p>`,
    charts: [chordChart({ departments, ties }), bars(crossings)],
    table: {
      caption: 'Formal pairings between departments',
      head: ['Mentor in', 'Mentee in', 'Pairings'],
      rows: [...ties]
        .sort((a, b) => b.pairings - a.pairings)
        .map(({ mentor, mentee, pairings }) => [mentor, mentee, String(pairings)]),
    },
  }
}

import type { Crossing, Network } from '../section/network.ts'
import { chordChart } from './chart/chord.ts'
import type { Colour } from './chart/chart-style.ts'
import { html } from './html.ts'
import { legend } from './chart/legend.ts'
import { WIDTH, type Chart } from './chart/chart.ts'
import type { Section } from './section.ts'
import { rowsOf } from './table.ts'
import { heightOfBars, sidewaysBars } from './chart/sideways-bars.ts'
import { counted, percent } from './words.ts'

const parts: ReadonlyArray<
  readonly [part: 'across' | 'within' | 'unknown', name: string, colour: Colour]
> = [
  ['across', 'Different', 'var(--accent)'],
  ['within', 'Same', 'var(--track-strong)'],
  ['unknown', 'Not known', 'var(--over)'],
]

const sizeOf = ({ across, within, unknown }: Crossing): number => across + within + unknown

const titled = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const bars = (crossings: ReadonlyArray<Crossing>): Chart => ({
  width: WIDTH,
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
    series: parts.map(([part, , colour]) => ({
      stack: 'pairings',
      itemStyle: { color: colour, borderColor: 'var(--card)', borderWidth: 1 },
      data: crossings.map((each) => each[part]),
    })),
  }),
})

/** What the cohort opened across the organisation. */
export const networkSection = ({ departments, ties, crossings }: Network): Section => {
  const frame = { id: 'network', heading: 'New ties across the organisation' }
  if (ties.length === 0) {
    return { ...frame, lead: html`<p>No pairing was formal yet.</p>`, charts: [], tables: [] }
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
    tables: [
      {
        id: 'ties',
        caption: 'Formal pairings between departments',
        head: ['Mentor in', 'Mentee in', 'Pairings'],
        rows: rowsOf(
          [...ties]
            .sort((a, b) => b.pairings - a.pairings)
            .map(({ mentor, mentee, pairings }) => [mentor, mentee, pairings]),
        ),
        sorts: true,
      },
      {
        id: 'crossings',
        caption: 'Formal pairings whose two differ',
        head: ['In', ...parts.map(([, name]) => name)],
        rows: rowsOf(
          crossings.map((each) => [titled(each.respect), ...parts.map(([part]) => each[part])]),
        ),
      },
    ],
  }
}

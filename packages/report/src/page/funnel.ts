import type { FunnelStep } from '../section/funnel.ts'
import { html } from './html.ts'
import { WIDTH, type Chart } from './chart/chart.ts'
import type { Section } from './section.ts'
import { rowsOf } from './table.ts'
import { heightOfBars, sidewaysBars } from './chart/sideways-bars.ts'
import { counted, listed, percent, share } from './words.ts'

const names = (leastSessions: number): Readonly<Record<FunnelStep['step'], string>> => ({
  enrolled: 'Enrolled',
  proposed: 'Proposed a pairing',
  formal: 'In a formal pairing',
  met: 'Met at least once',
  complete: `Met ${String(leastSessions)} times or more`,
})

interface Named {
  readonly name: string
  readonly people: number
  readonly share: string
}

const bars = (steps: ReadonlyArray<Named>): Chart => ({
  width: WIDTH,
  height: heightOfBars(steps.length),
  says: `People by how far they came: ${listed(steps.map(({ name, people }) => `${name} ${String(people)}`))}.`,
  option: sidewaysBars({
    names: steps.map(({ name }) => name),
    comesTo: steps.map(({ people, share }) => `${String(people)} · ${share}`),
    full: steps[0]?.people ?? 0,
    track: true,
    series: [
      {
        itemStyle: { color: 'var(--accent)', borderRadius: 4 },
        data: steps.map(({ people }) => people),
      },
    ],
  }),
})

/** How many came how far; who did not, and by whose word, it does not tell. */
export const funnelSection = (steps: ReadonlyArray<FunnelStep>, leastSessions: number): Section => {
  const enrolled = steps[0]?.people ?? 0
  const called = names(leastSessions)
  const named = steps.map(({ step, people }) => ({
    name: called[step],
    people,
    share: percent(people, enrolled),
  }))
  const done = named.at(-1)
  return {
    id: 'funnel',
    heading: 'From enrolment to completion',
    lead: html`<p>
      Of ${counted(enrolled, 'person', 'people')} enrolled, ${done?.people ?? 0} met
      ${counted(leastSessions, 'time')} or more. People are counted once, however many pairings they
      are in.
    </p>`,
    charts: [bars(named)],
    tables: [
      {
        id: 'steps',
        caption: 'People by how far they came',
        head: ['Step', 'People', 'Of those enrolled'],
        rows: rowsOf(named.map(({ name, people }) => [name, people, share(people, enrolled)])),
      },
    ],
  }
}

import type { Dates } from '../dates.ts'
import type { Published, PublishedLine } from '../section/published.ts'
import { html } from './html.ts'
import type { Section } from './section.ts'
import { percent } from './words.ts'

const shown = ({ unit, value }: PublishedLine): string => {
  if (value === undefined) return 'held back'
  switch (unit) {
    case 'people':
      return String(value)
    case 'share':
      return percent(value, 1)
    case 'days':
      return `${String(value)} days`
    case 'rating':
      return value.toFixed(1)
  }
}

/** What may be handed on to a sponsor. */
export const publishedSection = (
  { asOf, lines }: Published,
  k: number,
  { day }: Dates,
): Section => ({
  id: 'published',
  heading: 'For the sponsor',
  lead: html`<p>
    This table alone may be handed on${asOf === undefined ? '' : `; it is that of ${day(asOf)}`}. A
    figure is held back where it, or its difference from another one, would be about fewer than ${k}
    people, and a share also where its two figures were not read at one date. Figures change every
    30 days and with the close, and stay in between, so that no two tables can be subtracted.
  </p>`,
  charts: [],
  table: {
    caption: 'Published figures',
    head: ['Figure', 'Value', 'People behind it'],
    rows: lines.map((line) => [line.metric, shown(line), line.people?.toString() ?? '–']),
  },
})

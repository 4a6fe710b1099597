import type { PublishedLine } from '../section/published.ts'
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
export const publishedSection = (lines: ReadonlyArray<PublishedLine>, k: number): Section => ({
  id: 'published',
  heading: 'For the sponsor',
  lead: html`<p>
    This table alone may be handed on. A figure is held back where it, or its difference from
    another one, would be about fewer than ${k} people. Hand it on at fixed dates: two tables a few
    days apart could be subtracted.
  </p>`,
  charts: [],
  table: {
    caption: 'Published figures',
    head: ['Figure', 'Value', 'People behind it'],
    rows: lines.map((line) => [line.metric, shown(line), line.people?.toString() ?? '–']),
  },
})

import type { Dates } from '../calendar/dates.ts'
import type { Published, PublishedLine } from '../section/published.ts'
import { html } from './html.ts'
import type { Section } from './section.ts'
import { rowsOf, type Cell } from './table.ts'
import { percent, share } from './words.ts'

/** A figure as it is told. */
export const toldAs = ({ unit, value }: PublishedLine): Cell => {
  if (value === undefined) return { text: 'held back', value: '' }
  switch (unit) {
    case 'people':
      return value
    case 'share':
      return share(value, 1)
    case 'days':
      return { text: `${String(value)} days`, value }
    case 'rating':
      return { text: value.toFixed(1), value: Math.round(10 * value) / 10 }
  }
}

/** What the match rate comes to beside its target; nothing where there is none. */
export const targetText = ({ matchRate, targetMatchRate }: Published): string => {
  if (targetMatchRate === undefined) return ''
  const target = `the target of ${percent(targetMatchRate, 1)}`
  if (matchRate === undefined) return `The match rate cannot be told beside ${target} yet.`
  const which = matchRate >= targetMatchRate ? 'reaches' : 'is below'
  return `The match rate of ${percent(matchRate, 1)} ${which} ${target}.`
}

/** How good the matchings were; nothing where it is not known of all of them. */
export const bestText = ({ best }: Published): string => {
  if (best === undefined) return ''
  return best
    ? 'No better matching existed under these rules.'
    : 'A better matching may have existed under these rules.'
}

/** What may be handed on to a sponsor. */
export const publishedSection = (published: Published, k: number, { day }: Dates): Section => {
  const { asOf, lines } = published
  const more = [targetText(published), bestText(published)].filter((text) => text !== '').join(' ')
  return {
    id: 'published',
    heading: 'For the sponsor',
    lead: html`<p>
        This table alone may be handed
        on${asOf === undefined ? '; there are no figures before the first date of publication' : `; its figures were published on ${day(asOf)}, and stay until the next date`}.
        ${more}
      </p>
      <p>
        A figure is held back where it, or its difference from another one, would be about fewer
        than ${k} people; a share then stands of a wider base that may be told. Each figure is as it
        was last read.
      </p>`,
    charts: [],
    tables: [
      {
        id: 'figures',
        caption: 'Published figures',
        head: ['Figure', 'Value', 'People behind it'],
        rows: rowsOf(
          lines.map((line) => [line.metric, toldAs(line), line.people ?? { text: '–', value: '' }]),
        ),
      },
    ],
  }
}

import type { Dates } from '../calendar/dates.ts'
import type { Published } from '../section/published.ts'
import type { PublishedLine } from '../section/published-line.ts'
import { html } from './html.ts'
import type { Section } from './section.ts'
import { dayCell } from './moment.ts'
import { rowsOf, textOf, type Cell, type Shown } from './table.ts'
import { counted, percent, share } from './words.ts'

const valueOf = (unit: PublishedLine['unit'], value: number): Shown => {
  switch (unit) {
    case 'people':
      return { text: value.toLocaleString('en-GB'), value }
    case 'share':
      return share(value, 1)
    case 'days':
      return { text: counted(value, 'day'), value }
    case 'each':
    case 'rating':
      return { text: value.toFixed(1), value: Math.round(10 * value) / 10 }
  }
}

/** A figure as it is told. */
export const toldAs = ({ unit, value, isLeast }: PublishedLine): Shown => {
  if (value === undefined) return { text: 'held back', value: '' }
  const told = valueOf(unit, value)
  return isLeast === true ? { ...told, text: `at least ${told.text}` } : told
}

/** In a file, where the value is a number alone, what it is the least of is said by its name. */
const nameOf = ({ metric, isLeast }: PublishedLine): Cell =>
  isLeast === true ? { text: metric, value: `${metric}, at least` } : metric

/** What the match rate comes to beside its target; nothing where there is none. */
export const targetText = ({ matchRate, targetMatchRate }: Published): string => {
  if (targetMatchRate === undefined) return ''
  const target = `the target of ${percent(targetMatchRate, 1)}`
  if (matchRate?.value === undefined) return `The match rate cannot be told beside ${target} yet.`
  const rate = textOf(toldAs(matchRate))
  if (matchRate.value >= targetMatchRate) return `The match rate of ${rate} reaches ${target}.`
  return matchRate.isLeast === true
    ? `The match rate is ${rate}; whether it reaches ${target} cannot be told.`
    : `The match rate of ${rate} is below ${target}.`
}

/** How good the matchings were; nothing where it is not known of all of them. */
export const bestText = ({ best }: Published): string => {
  if (best === undefined) return ''
  return best
    ? 'No better matching existed under these rules.'
    : 'A better matching may have existed under these rules.'
}

/** What may be handed on to a sponsor. */
export const publishedSection = (published: Published, k: number, dates: Dates): Section => {
  const { asOf, lines } = published
  const more = [targetText(published), bestText(published)].filter((text) => text !== '').join(' ')
  return {
    id: 'published',
    heading: 'For the sponsor',
    lead: html`<p>
        This table alone may be handed
        on${asOf === undefined ? '; there are no figures before the first date of publication' : `; its figures were published on ${dates.day(asOf)}, and stay until the next date`}.
        ${more}
      </p>
      <p>
        A figure is held back where it, or its difference from another one, would be about fewer
        than ${k} people. It then stands of a wider base that may be told, or as “at least” what
        other published figures say. It is read anew when enough people have changed.
      </p>`,
    charts: [],
    tables: [
      {
        id: 'figures',
        caption: 'Published figures',
        head: ['Figure', 'Value', 'People behind it', 'Last read'],
        rows: rowsOf(
          lines.map((line) => [
            nameOf(line),
            toldAs(line),
            line.people ?? { text: '–', value: '' },
            dayCell(line.since, dates),
          ]),
        ),
      },
    ],
  }
}

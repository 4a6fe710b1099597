import type { Headline } from '../section/headline.ts'
import { html, type Html } from './html.ts'
import { counted } from './words.ts'

export interface Tile {
  readonly figure: string
  readonly of: string
  readonly more: string
}

const recovery = ({ stalled, recovered, stallThreshold }: Headline): Tile =>
  stalled === 0
    ? {
        figure: '0',
        of: 'stalled',
        more: `no pairing had ${String(stallThreshold)} cancellations in a row`,
      }
    : {
        figure: `${String(recovered)} of ${String(stalled)}`,
        of: 'recovered after stalling',
        more: `met again after ${String(stallThreshold)} cancellations in a row`,
      }

/** The figures that come first. */
export const tilesOf = (headline: Headline): ReadonlyArray<Tile> => [
  {
    figure: String(headline.people),
    of: 'people enrolled',
    more: `${counted(headline.mentors, 'mentor')}, ${counted(headline.mentees, 'mentee')}`,
  },
  {
    figure: String(headline.formal),
    of: 'formal pairings',
    more: `of ${String(headline.proposed)} proposed`,
  },
  { figure: String(headline.held), of: 'sessions held', more: 'planned and unplanned' },
  {
    figure: headline.hours.toLocaleString('en-GB'),
    of: 'hours together',
    more: 'over all pairings',
  },
  {
    figure: String(headline.complete),
    of: 'pairings completed',
    more: `${String(headline.leastSessions)} sessions or more`,
  },
  recovery(headline),
]

/** The figures that come first. */
export const headlineMarkup = (headline: Headline): Html => html`
  <ul class="tiles" aria-label="Headline figures">
    ${tilesOf(headline).map(
      ({ figure, of, more }) => html`
        <li><strong>${figure}</strong> <span>${of}</span> <small>${more}</small></li>
      `,
    )}
  </ul>
`

import type { Colour } from './chart-style.ts'
import { html, type Html } from '../html.ts'

/** One colour, its name, and what it means where the name does not say it. */
export interface Key {
  readonly colour: Colour
  readonly name: string
  readonly means?: string
  readonly shape?: 'dot'
  /** A sign that stands in the chart for the name. */
  readonly sign?: string
}

/** What the colours of a chart mean. It stands outside of the chart, so that it wraps and is read aloud. */
export const legend = (keys: ReadonlyArray<Key>): Html => html`
  <ul class="legend">
    ${keys.map(
      ({ colour, name, means, shape, sign = '' }) => html`
        <li>
          <svg class="swatch" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
            <circle cx="6" cy="6" r="${shape === 'dot' ? '2.5' : '6'}" fill="${colour}" />
          </svg>
          <b>${sign === '' ? '' : `${sign} `}${name}</b> ${means ?? ''}
        </li>
      `,
    )}
  </ul>
`

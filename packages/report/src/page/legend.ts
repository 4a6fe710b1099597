import type { Colour } from './chart-style.ts'
import { html, type Html } from './html.ts'

/** One colour, its name, and what it means where the name does not say it. */
export interface Key {
  readonly colour: Colour
  readonly name: string
  readonly means?: string
  readonly shape?: 'dot'
}

/** What the colours of a chart mean. It stands outside of the chart, so that it wraps and is read aloud. */
export const legend = (keys: ReadonlyArray<Key>): Html => html`
  <ul class="legend">
    ${keys.map(
      ({ colour, name, means, shape }) => html`
        <li>
          <i class="swatch ${shape ?? ''}" style="background:var(${colour})"></i><b>${name}</b>
          ${means ?? ''}
        </li>
      `,
    )}
  </ul>
`

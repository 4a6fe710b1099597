import type { EChartsOption } from 'echarts'
import { html, nothing, trusted, type Html } from '../html.ts'
import { drawn } from './drawn.ts'

/** A chart, and what it says to who cannot see it. */
export interface Chart {
  readonly option: EChartsOption
  /** In pixels, of its own; it is shown as wide as there is room. */
  readonly width: number
  readonly height: number
  readonly shape?: 'round'
  readonly says: string
  readonly legend?: Html
}

/** Pixels of a chart of usual width: its letters stay legible on a narrow screen, too. */
export const WIDTH = 440

/** A chart as it stands on the page. */
export const chartMarkup = ({
  option,
  width,
  height,
  shape,
  says,
  legend = nothing,
}: Chart): Html => html`
  <figure>
    <div
      class="chart ${shape ?? ''} ${width > WIDTH ? 'long' : ''}"
      role="img"
      aria-label="${says}"
    >
      ${trusted(drawn(option, { width, height }))}
    </div>
    ${legend}
  </figure>
`

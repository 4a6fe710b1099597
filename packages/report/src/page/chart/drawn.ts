import { BarChart, ChordChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { EChartsOption } from 'echarts'

echarts.use([BarChart, ChordChart, GridComponent, SVGRenderer])

/** What a size and a style of text need no style attribute for, which the page's policy would forbid. */
const asAttributes = (style: string): string =>
  style
    .split(';')
    .flatMap((each) => {
      const [name = '', value = ''] = each.split(':').map((part) => part.trim())
      return /^font-(size|family|weight)$/.test(name) ? [`${name}="${value}"`] : []
    })
    .join(' ')

/** The library's marks for its own script, and its hover rules, which nothing here uses. */
const tidy = (svg: string): string =>
  svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (ecmeta_[a-z_]+|class|xmlns(:xlink)?|version|baseProfile|xml:space)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => ` ${asAttributes(style)}`)
    .replace(/^<svg /, '<svg aria-hidden="true" focusable="false" ')

/** A chart as SVG, without a script or style of its own. */
export const drawn = (
  option: EChartsOption,
  { width, height }: { readonly width: number; readonly height: number },
): string => {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(option)
    return tidy(chart.renderToSVGString())
  } finally {
    chart.dispose()
  }
}

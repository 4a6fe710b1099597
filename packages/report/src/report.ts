import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { page, type Assets } from './page/page.ts'
import type { ReportData } from './report-data.ts'

/** The style and script of the page and its chart library, as they lie on disk. */
const assets = (): Assets => {
  const read = (file: string | URL) => readFileSync(file, 'utf8')
  const library = createRequire(import.meta.url).resolve('echarts/dist/echarts.min.js')
  return {
    style: ['colours', 'page', 'charts', 'print']
      .map((part) => read(new URL(`./page/style/${part}.css`, import.meta.url)))
      .join('\n'),
    library: read(library),
    script: read(new URL('./page/script.js', import.meta.url)),
  }
}

/** A report as one HTML file that needs nothing else to open: no network, no other file. Some 1.2 MB. */
export const report = (data: ReportData): string => page(data, assets())

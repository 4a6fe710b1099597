import type { PairingLine, PairingsOverTime } from '../section/pairings.ts'
import { monthName } from '../calendar/dates.ts'
import { html, trusted, type Html } from './html.ts'
import { shownLevels } from './levels.ts'

const HEIGHT = 14

/** Pixels of a week: as wide as lets a whole cohort stand beside its figures. */
const widthOf = (weeks: number): number =>
  Math.min(14, Math.max(4, Math.floor(364 / Math.max(1, weeks))))

const svg = (width: number, height: number, content: string): string =>
  `<svg class="strip" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}" aria-hidden="true" focusable="false">${content}</svg>`

/** The weeks of one level as one path: a dash for each. */
const path = ({ levels }: PairingLine, level: string, width: number): string =>
  levels
    .flatMap((each, i) =>
      each === level
        ? [`M${String(i * width)} 0h${String(width - 1)}v${String(HEIGHT)}h-${String(width - 1)}z`]
        : [],
    )
    .join('')

/** Weeks coloured by level, a dot where a session was held. The words beside it say the same. */
export const strip = (line: PairingLine): Html => {
  const width = widthOf(line.levels.length)
  const levels = shownLevels.flatMap(({ level, colour }) => {
    const d = path(line, level, width)
    return d === '' ? [] : [`<path fill="${colour}" d="${d}"/>`]
  })
  const dots = line.held
    .flatMap((n, i) =>
      n > 0 ? [`M${String(i * width + (width - 1) / 2)} ${String(HEIGHT / 2)}h0`] : [],
    )
    .join('')
  const met = dots === '' ? '' : `<path class="met" d="${dots}"/>`
  return trusted(svg(width * line.levels.length, HEIGHT, levels.join('') + met))
}

/** Months over the weeks in which they begin, where there is room for them. */
export const monthsOver = ({ weeks }: PairingsOverTime): Html => {
  const width = widthOf(weeks.length)
  let free = 0
  const texts = weeks.flatMap((day, i) => {
    const isFirst = i === 0 || day.slice(0, 7) !== weeks[i - 1]?.slice(0, 7)
    if (!isFirst || i * width < free) return []
    free = i * width + 34
    const [month = ''] = monthName(day.slice(0, 7)).split(' ')
    return [html`<text x="${i * width}" y="11">${month}</text>`.markup]
  })
  return trusted(svg(Math.max(width * weeks.length, free), HEIGHT, texts.join('')))
}

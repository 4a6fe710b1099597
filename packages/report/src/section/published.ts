import { View, type Values } from '@reverse-mentoring/core'
import { labelOf, type Facts } from '../facts.ts'
import type { PublishedLine } from './published-line.ts'
import { matchRateMetric, shareLines } from './share-lines.ts'

/** What may be handed on, and since when it stands so. */
export interface Published {
  /** The date of the figures; absent before the first one. */
  readonly asOf: Values.Instant | undefined
  readonly lines: ReadonlyArray<PublishedLine>
  /** The share of those enrolled who were proposed a pairing, where it can be told. */
  readonly matchRate?: PublishedLine
  readonly targetMatchRate?: number
  /** Whether no better matching existed in any of the runs, where all of them said so or not. */
  readonly best?: boolean
}

const occasions: Readonly<Record<string, string>> = {
  start: 'at the start',
  session: 'after a session',
  half: 'half-way',
  end: 'at the end',
}

/** Means by question, each in the order of occasions. */
const ratings = (facts: Facts, figures: ReadonlyArray<View.Figure>): ReadonlyArray<PublishedLine> =>
  figures
    .flatMap(({ figure, total, people, since }) => {
      const [kind, question = '', occasion = ''] = figure.split(' ')
      const when = occasions[occasion]
      if (kind !== 'rating' || when === undefined) return []
      const metric = `${labelOf(facts, question)}, ${when}, mean of 1 to 5`
      const place = Object.keys(occasions).indexOf(occasion)
      const line = { metric, unit: 'rating' as const, value: total / people, people, since }
      return [{ line, order: `${question} ${String(place)}` }]
    })
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ line }) => line)

const noFigures: Pick<View.Publication, 'figures' | 'daysToFormal'> = {
  figures: [],
  daysToFormal: {},
}

const linesOf = (facts: Facts): ReadonlyArray<PublishedLine> => {
  const publication = facts.input.answers.figures ?? noFigures
  const enrolled = publication.figures.find(({ figure }) => figure === 'enrolled')
  const { median, p90, since } = publication.daysToFormal
  const days = (metric: string, value: number | undefined): PublishedLine => ({
    metric: `Days from proposal to formal, ${metric}`,
    unit: 'days',
    value,
    people: undefined,
    ...(value !== undefined && since !== undefined && { since }),
  })
  return [
    {
      ...{ metric: 'People enrolled', unit: 'people', value: enrolled?.people },
      people: enrolled?.people,
      ...(enrolled !== undefined && { since: enrolled.since }),
    },
    ...shareLines(publication),
    days('median', median),
    days('9 of 10 within', p90),
    ...ratings(facts, publication.figures),
  ]
}

/** Whether all matchings reached their bound; unknown where one of them did not say. */
const isBest = ({ input }: Facts): boolean | undefined => {
  const best = input.answers.runs.map(View.isBest)
  return best.length === 0 || best.includes(undefined) ? undefined : !best.includes(false)
}

/** The figures that may be handed on: those of the last date of publication (INV34). */
export const published = (facts: Facts): Published => {
  const { targetMatchRate } = facts.input
  const lines = linesOf(facts)
  const matchRate = lines.find(
    ({ metric, value }) => metric.startsWith(matchRateMetric) && value !== undefined,
  )
  const best = isBest(facts)
  return {
    asOf: facts.input.answers.figures?.asOf,
    lines,
    ...(matchRate !== undefined && { matchRate }),
    ...(targetMatchRate !== undefined && { targetMatchRate }),
    ...(best !== undefined && { best }),
  }
}

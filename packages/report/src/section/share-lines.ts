import { View, type Values } from '@reverse-mentoring/core'
import type { PublishedLine } from './published-line.ts'

type Publication = Pick<View.Publication, 'figures'>

/** A figure, and what it is a share of. */
interface Share {
  readonly metric: string
  readonly figure: string
  readonly of: string
  /** Of a count of people: figures of people who are all among them. */
  readonly parts?: ReadonlyArray<string>
}

const people = (
  metric: string,
  figure: string,
  of: string,
  parts: ReadonlyArray<string> = [],
): Share => ({ metric, figure, of, parts })

/** What the share of those enrolled who were proposed a pairing is called. */
export const matchRateMetric = 'Proposed a pairing (match rate)'

const whoMet = ['complete', 'recovered', 'both-ways']
const whoWasFormal = ['met', 'stalled', 'cross-unit', ...whoMet]

const shares: ReadonlyArray<Share> = [
  people(matchRateMetric, 'matched', 'enrolled', ['formal', ...whoWasFormal]),
  people('In a formal pairing', 'formal', 'matched', whoWasFormal),
  people('Met at least once', 'met', 'formal', whoMet),
  people('Completed', 'complete', 'formal'),
  { metric: 'Sessions held', figure: 'sessions-held', of: 'sessions-ended' },
  { metric: 'Sessions in time after the last', figure: 'gaps-in-cadence', of: 'gaps' },
  people('Stalled at some time', 'stalled', 'formal', ['recovered']),
  people('Met again after stalling', 'recovered', 'stalled'),
  people('Shared topics both ways', 'both-ways', 'formal'),
  people('New ties across units', 'cross-unit', 'formal'),
]

/** What the bases are called; the wider ones, which stand in for one that is held back, widest last. */
const bases: Readonly<Record<string, string>> = {
  stalled: 'of those who had stalled',
  formal: 'of those in a formal pairing',
  matched: 'of those proposed a pairing',
  enrolled: 'of those enrolled',
  'sessions-ended': 'of those that ended',
  gaps: 'of all but the first',
}
const wider = ['formal', 'matched', 'enrolled'] as const

const readingOf = ({ figures }: Publication, figure: string): View.Figure | undefined =>
  figures.find((each) => each.figure === figure)

const line = (
  metric: string,
  unit: 'share' | 'each',
  value: number,
  { behind, since }: { readonly behind: number; readonly since: Values.Instant },
): PublishedLine => ({ metric, unit, value, people: behind, since })

/** Of its own base; else of the next wider one that was read at the same date. */
const atOneDate = (
  { metric, figure, of, parts }: Share,
  publication: Publication,
): PublishedLine | undefined => {
  const next = parts === undefined ? wider.length : wider.findIndex((base) => base === of) + 1
  for (const base of [of, ...wider.slice(next)]) {
    const value = View.shareOf(publication, figure, base)
    const whole = readingOf(publication, base)
    if (value === undefined || whole === undefined) continue
    const { people: behind, since } = whole
    return line(`${metric}, ${bases[base] ?? base}`, 'share', value, { behind, since })
  }
  return undefined
}

/** Of those enrolled, whenever they were last counted: they change little. Of sessions it is a mean and no share. */
const ofEnrolled = (
  { metric, figure, parts }: Share,
  publication: Publication,
): PublishedLine | undefined => {
  const part = readingOf(publication, figure)
  const behind = readingOf(publication, 'enrolled')?.people
  if (part === undefined || behind === undefined) return undefined
  const { since } = part
  if (parts === undefined)
    return line(`${metric}, for each person enrolled`, 'each', part.total / behind, {
      behind,
      since,
    })
  if (part.people > behind) return undefined
  return line(`${metric}, of those enrolled`, 'share', part.people / behind, { behind, since })
}

/**
 * At least as many as the largest published figure of people who are all among them, where that says more than the
 * figure itself: it is held back, or was read long ago.
 */
const atLeast = (
  { metric, figure, parts = [] }: Share,
  publication: Publication,
): PublishedLine | undefined => {
  const behind = readingOf(publication, 'enrolled')?.people
  const own = readingOf(publication, figure)?.people ?? 0
  const most = parts
    .flatMap((part) => readingOf(publication, part) ?? [])
    .reduce<View.Figure | undefined>((a, b) => (b.people > (a?.people ?? own) ? b : a), undefined)
  if (behind === undefined || most === undefined || most.people > behind) return undefined
  const { since } = most
  return {
    ...line(`${metric}, of those enrolled`, 'share', most.people / behind, { behind, since }),
    isLeast: true,
  }
}

/**
 * What is told as a share, each of a base that may be told, or with what published figures say of it. All of it is made
 * of published figures, so anybody who has them could say the same, and it tells nothing that they do not.
 */
export const shareLines = (publication: Publication): ReadonlyArray<PublishedLine> =>
  shares.map(
    (share) =>
      atLeast(share, publication) ??
      atOneDate(share, publication) ??
      ofEnrolled(share, publication) ?? {
        metric: `${share.metric}, ${bases[share.of] ?? share.of}`,
        unit: 'share',
        value: undefined,
        people: undefined,
      },
  )

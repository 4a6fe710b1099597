import { Cohort, type Event, type Values } from '@reverse-mentoring/core'
import { contributions, type Parts } from './contributions.ts'
import { firstBroken, type Invariant } from './invariant.ts'

/** The same cohort, where a figure may be of one person. */
const toldOfOne = (cohort: Cohort.Cohort, opened: Event.CohortOpened): Cohort.Cohort => ({
  ...cohort,
  opened: { ...opened, rules: { ...opened.rules, k: 1 } },
})

const means = (answers: ReadonlyArray<Event.FeedbackGiven>): Parts => {
  const given = new Map<Values.ParticipantId, Array<number>>()
  for (const { by, rating } of answers) given.set(by.id, [...(given.get(by.id) ?? []), rating])
  return new Map(
    [...given].map(([id, own]) => {
      const sum = own.reduce((all, one) => all + one, 0)
      return [id, Math.round((100 * sum) / own.length) / 100]
    }),
  )
}

const claimed = (cohort: Cohort.Cohort, month: string, kind: string): Parts =>
  new Map(
    Cohort.claims(cohort)
      .filter(
        (claim): claim is Event.OutcomeObserved =>
          claim.type === 'OutcomeObserved' &&
          String(claim.month) === month &&
          (kind === 'observed' || claim.kind === kind),
      )
      .map(({ participant }) => [participant, 1]),
  )

const rating = /^rating (\S+) (\S+)$/
const outcome = /^outcome (\d+) (\S+)$/

/** Who has what part in a figure, counted once more; undefined for figures that nobody counts again. */
const countedAgain = (cohort: Cohort.Cohort): ((figure: string) => Parts | undefined) => {
  const others = contributions(cohort)
  return (figure) => {
    const [, question, occasion] = rating.exec(figure) ?? []
    if (question !== undefined)
      return means(
        Cohort.feedback(cohort).filter(
          (one) => one.question === question && one.occasion === occasion,
        ),
      )
    const [, month, kind] = outcome.exec(figure) ?? []
    return month === undefined || kind === undefined ? others(figure) : claimed(cohort, month, kind)
  }
}

/** Figures that add up what happened say how many are enrolled, the others how many contribute. */
const isSum = (figure: string): boolean => /^(sessions-|topic )/.test(figure)

/** INV17, as it is published. */
export const figuresAreCounted: Invariant = {
  rule: 'INV17',
  name: 'a published figure is what its people add up to, counted once more',
  broken: ({ cohort }, core) => {
    if (cohort.opened === undefined) return undefined
    const { figures } = core.publish(toldOfOne(cohort, cohort.opened), cohort.opened.plannedEnd)
    const partsOf = countedAgain(cohort)
    const enrolled = Cohort.people(cohort).length
    const wrong = firstBroken(figures, ({ figure, total, people }) => {
      const parts = partsOf(figure)
      if (parts === undefined) return undefined
      const sum = Math.round(100 * [...parts.values()].reduce((all, part) => all + part, 0)) / 100
      if (sum !== total) return `${figure} is ${String(total)}, and adds up to ${String(sum)}`
      const behind = isSum(figure) ? enrolled : parts.size
      return behind === people
        ? undefined
        : `${figure} is said to be of ${String(people)}, and is of ${String(behind)}`
    })
    if (wrong !== undefined) return wrong
    const isTold = enrolled === 0 || figures.some(({ figure }) => figure === 'enrolled')
    return isTold ? undefined : 'how many are enrolled is not told'
  },
}

import { Values, type Port } from '@reverse-mentoring/core'
import { Criteria, Rule, Score } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import type { Use } from './use.ts'

const codeOf = (text: string): Values.Code => {
  if (Values.Code.is(text)) return text
  throw new TypeError(`“${text}” is no code`)
}

/** From the least to the most that anybody has. */
const scaleOf = (
  attribute: string,
  people: ReadonlyArray<{ readonly attributes: Port.Attributes }>,
): { readonly least: number; readonly most: number } | undefined => {
  let [least, most] = [Infinity, -Infinity]
  for (const { attributes } of people) {
    const value = attributes[attribute]
    if (typeof value !== 'number') continue
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return least < most ? { least, most } : undefined
}

/** Words that both have, each of which counts. */
const mostWords = 1_000

const partOf = (
  { attribute, how, points, text }: Use,
  people: Parameters<typeof scaleOf>[1],
): E.Either<string, Rule.Rule | Score.Score> => {
  switch (how._tag) {
    case 'share':
      return E.right(
        points === undefined
          ? Rule.languagesMeet({ attribute, code: codeOf(`${attribute}-in-common`) })
          : Score.languages({
              ...{ attribute, points, most: mostWords },
              code: codeOf(`shared-${attribute}`),
            }),
      )
    case 'differ':
      return E.right(
        points === undefined
          ? Rule.otherRegion({ attribute, code: codeOf(`other-${attribute}`) })
          : Score.differentRegion({ attribute, points, code: codeOf(`different-${attribute}`) }),
      )
    case 'apart':
    case 'close': {
      const scale = scaleOf(attribute, people)
      if (scale === undefined)
        return E.left(`--use ${text}: nobody differs from anybody in ${attribute}.`)
      const direction = how._tag === 'apart' ? 'complementary' : 'similar'
      return E.right(
        Score.trait({
          ...{ attribute, scale, direction, points: points ?? 1 },
          ...{ code: codeOf(`${attribute}-${how._tag}`), disclosure: 'both' },
        }),
      )
    }
    case 'pattern': {
      const of = (word: string | undefined) => (word === undefined ? {} : { [attribute]: word })
      const pattern = {
        ...{ mentor: of(how.junior), mentee: of(how.senior) },
        code: codeOf(`${attribute}-pattern`),
      }
      return E.right(
        points === undefined
          ? Rule.attributePattern(pattern)
          : Score.attributePattern({ ...pattern, points }),
      )
    }
  }
}

/** What attributes count for, as criteria; or which use makes no sense with these people or beside the others. */
export const criteriaOf = (
  uses: ReadonlyArray<Use>,
  people: Parameters<typeof scaleOf>[1],
): E.Either<string, Criteria.Criteria> => {
  const parts: Array<Rule.Rule | Score.Score> = []
  for (const use of uses) {
    const part = partOf(use, people)
    if (E.isLeft(part)) return part
    if (parts.some(({ code }) => code === part.right.code))
      return E.left(`--use ${use.text}: another --use says what it counts for.`)
    parts.push(part.right)
  }
  return E.right(Criteria.of(...parts))
}

import * as E from 'fp-ts/lib/Either.js'
import type { NewPlace, Opened, Place } from './place.ts'
import { answerOf, assertOpened } from './shape.ts'
import { tellFailure } from './tell-failure.ts'
import { brief } from './trace/brief.ts'

const mend = 'give inMemory(() => adapter), or onDisk((folder) => …) for one that keeps files'
const mendPlace =
  'answer with E.right(place), where opening `place` answers with E.right({ adapter, close })'

/** The same places; what has another shape is told in words, and what is none at once. */
export const checkedPlaces = <Adapter>(
  laws: string,
  newPlace: NewPlace<Adapter>,
  parts: ReadonlyArray<keyof Adapter & string>,
): NewPlace<Adapter> => {
  const given: unknown = newPlace
  if (typeof given !== 'function')
    throw new TypeError(`${laws}: \`newPlace\` is ${brief(given)}, and no task: ${mend}`)
  return async () => {
    const made = await answerOf('`newPlace()`', newPlace, mendPlace)
    if (E.isLeft(made)) return E.left(`\`newPlace\` made no place: ${tellFailure(made.left)}`)
    if (typeof made.right !== 'function')
      throw new TypeError(`the place is ${brief(made.right)}, and no task: ${mendPlace}`)
    const place = made.right as Place<Adapter>
    const open: Place<Adapter> = async () => {
      const opened = await answerOf('the place', place, mendPlace)
      if (E.isLeft(opened))
        return E.left(`the place could not be opened: ${tellFailure(opened.left)}`)
      assertOpened('the place', opened.right, parts)
      return E.right(opened.right as Opened<Adapter>)
    }
    const { remove } = place
    return E.right(remove === undefined ? open : Object.assign(() => open(), { remove }))
  }
}

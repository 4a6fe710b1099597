import type * as t from 'io-ts'
import { isDescribed } from '../values/described.ts'
import {
  isArray,
  isBoolean,
  isExact,
  isLiteral,
  isReadonly,
  isRefinement,
  isUnion,
} from './codec-kind.ts'
import { fieldsOf } from './field.ts'

const named = (keys: ReadonlyArray<string>): string =>
  keys.length === 0 ? 'an object' : `an object with ${keys.join(', ')}`

/** What a codec asks for, in words that a person understands. */
export const expectation = (codec: t.Any): string => {
  if (isDescribed(codec)) {
    const { description } = codec.described
    const isList = isRefinement(codec) && isArray(codec.type)
    return isList ? `${description}; each of it is ${expectation(codec.type.type)}` : description
  }
  if (isLiteral(codec)) return JSON.stringify(codec.value)
  if (isBoolean(codec)) return 'true or false'
  if (isArray(codec)) return `a list; each of it is ${expectation(codec.type)}`
  if (isUnion(codec)) return [...new Set(codec.types.map(expectation))].join(' or ')
  if (isReadonly(codec) || isRefinement(codec)) return expectation(codec.type)
  const fields = isExact(codec) ? fieldsOf(codec.type) : fieldsOf(codec)
  if (fields === undefined) return codec.name
  return named(fields.filter(({ isOptional }) => !isOptional).map(({ key }) => key))
}

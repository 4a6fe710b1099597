import type * as t from 'io-ts'
import { isIntersection, isPartial, isRecordType } from './codec-kind.ts'

/** One field of a record. */
export interface Field {
  readonly key: string
  readonly codec: t.Any
  readonly isOptional: boolean
}

/** The fields of a record that is fields and nothing else, each named once; `undefined` for any other codec. */
export const fieldsOf = (codec: t.Any): ReadonlyArray<Field> | undefined => {
  if (isIntersection(codec)) {
    const all: Array<Field> = []
    for (const part of codec.types) {
      const found = fieldsOf(part)
      if (found === undefined) return undefined
      all.push(...found)
    }
    return new Set(all.map(({ key }) => key)).size === all.length ? all : undefined
  }
  if (!isRecordType(codec) && !isPartial(codec)) return undefined
  const isOptional = isPartial(codec)
  return Object.entries(codec.props).map(([key, prop]) => ({ key, codec: prop, isOptional }))
}

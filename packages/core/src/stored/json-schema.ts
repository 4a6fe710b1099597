import type * as t from 'io-ts'
import { isDescribed } from '../values/described.ts'
import {
  isArray,
  isBoolean,
  isExact,
  isIntersection,
  isLiteral,
  isPartial,
  isReadonly,
  isRecordType,
  isRefinement,
  isText,
  isUnion,
} from './codec-kind.ts'
import { fieldsOf, type Field } from './field.ts'
import type { JsonObject } from './record.ts'

const recordSchema = (fields: ReadonlyArray<Field>): JsonObject => ({
  type: 'object',
  properties: Object.fromEntries(fields.map(({ key, codec }) => [key, schemaOf(codec)])),
  required: fields.filter(({ isOptional }) => !isOptional).map(({ key }) => key),
})

/** A record, alone or of several parts; `undefined` for any other codec. */
const recordLike = (codec: t.Any): JsonObject | undefined => {
  if (isRecordType(codec) || isPartial(codec)) return recordSchema(fieldsOf(codec) ?? [])
  if (!isIntersection(codec)) return undefined
  const fields = fieldsOf(codec)
  return fields === undefined ? { allOf: codec.types.map(schemaOf) } : recordSchema(fields)
}

const exactSchema = ({ type, name }: t.ExactType<t.Any>): JsonObject => {
  const title = /^\w+$/.test(name) ? { title: name } : {}
  const fields = fieldsOf(type)
  return fields === undefined
    ? { ...title, ...schemaOf(type), unevaluatedProperties: false }
    : { ...title, ...recordSchema(fields), additionalProperties: false }
}

const unionSchema = ({ types }: t.UnionType<Array<t.Any>>): JsonObject =>
  types.every(isLiteral)
    ? { enum: types.filter(isLiteral).map(({ value }) => value) }
    : { anyOf: types.map(schemaOf) }

const undescribed = (codec: t.Any): JsonObject => {
  if (isExact(codec)) return exactSchema(codec)
  if (isUnion(codec)) return unionSchema(codec)
  if (isArray(codec)) return { type: 'array', items: schemaOf(codec.type) }
  if (isLiteral(codec)) return { const: codec.value }
  if (isBoolean(codec)) return { type: 'boolean' }
  if (isText(codec)) return { type: 'string' }
  if (isRefinement(codec) || isReadonly(codec)) return schemaOf(codec.type)
  return recordLike(codec) ?? { description: codec.name }
}

const schemaOf = (codec: t.Any): JsonObject => {
  if (!isDescribed(codec)) return undescribed(codec)
  const inner = isRefinement(codec) ? undescribed(codec) : {}
  return { ...inner, ...codec.described }
}

/**
 * The JSON Schema (draft 2020-12) of a codec: of a command, an event, or anything they are made of. It takes whatever
 * the codec takes; what a schema cannot say, its `description` says.
 */
export const jsonSchema = (codec: t.Any): JsonObject => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  ...schemaOf(codec),
})

import type * as t from 'io-ts'

/** What a codec says of a value beyond its kind, as a JSON Schema says it. `description` is for people. */
export interface Description {
  readonly description: string
  readonly type?: 'string' | 'integer'
  readonly enum?: ReadonlyArray<string>
  readonly pattern?: string
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
}

/** A codec that tells what it asks for. */
export interface Described {
  readonly described: Description
}

/** The codec, which from now on tells what it asks for: the one place that schemas and explanations read. */
export const described = <C extends t.Any>(codec: C, description: Description): C => {
  Object.assign(codec, { described: description })
  return codec
}

/** Whether a codec tells what it asks for. */
export const isDescribed = (codec: t.Any): codec is t.Any & Described => 'described' in codec

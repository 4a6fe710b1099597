import * as t from 'io-ts'

/** What kind of codec one is, so that it can be taken apart with its types known. */
export const isExact = (codec: t.Any): codec is t.ExactType<t.Any> => codec instanceof t.ExactType

export const isRecordType = (codec: t.Any): codec is t.InterfaceType<t.Props> =>
  codec instanceof t.InterfaceType

export const isPartial = (codec: t.Any): codec is t.PartialType<t.Props> =>
  codec instanceof t.PartialType

export const isIntersection = (codec: t.Any): codec is t.IntersectionType<Array<t.Any>> =>
  codec instanceof t.IntersectionType

export const isUnion = (codec: t.Any): codec is t.UnionType<Array<t.Any>> =>
  codec instanceof t.UnionType

export const isArray = (codec: t.Any): codec is t.ReadonlyArrayType<t.Any> =>
  codec instanceof t.ReadonlyArrayType || codec instanceof t.ArrayType

export const isLiteral = (codec: t.Any): codec is t.LiteralType<string | number | boolean> =>
  codec instanceof t.LiteralType

export const isRefinement = (codec: t.Any): codec is t.RefinementType<t.Any> =>
  codec instanceof t.RefinementType

export const isReadonly = (codec: t.Any): codec is t.ReadonlyType<t.Any> =>
  codec instanceof t.ReadonlyType

export const isBoolean = (codec: t.Any): codec is t.BooleanType => codec instanceof t.BooleanType

export const isText = (codec: t.Any): codec is t.StringType => codec instanceof t.StringType

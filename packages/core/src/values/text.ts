import { leaf } from './leaf.ts'

/** A text of one form; of at most so many characters where the form itself does not say. */
export const text = <A extends string>(
  name: string,
  form: RegExp,
  description: string,
  most?: number,
) =>
  leaf<A>(
    name,
    (u): u is A =>
      typeof u === 'string' && form.test(u) && (most === undefined || u.length <= most),
    {
      type: 'string',
      pattern: form.source,
      ...(most !== undefined && { maxLength: most }),
      description,
    },
  )

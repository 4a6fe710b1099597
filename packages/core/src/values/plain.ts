/** The plain readonly record that a codec describes. */
export type Plain<A> = A extends unknown ? { readonly [K in keyof A]: A[K] } : never

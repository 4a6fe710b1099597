/** Changes whatever can be changed in a value, as a careless caller might. */
export const deface = (value: unknown): void => {
  if (typeof value !== 'object' || value === null) return
  if (value instanceof Map) {
    Array.from(value.values()).forEach(deface)
    value.clear()
    return
  }
  Object.values(value).forEach(deface)
  Object.keys(value).forEach((key) => {
    Reflect.set(value, key, 'defaced')
  })
  if (Array.isArray(value)) Reflect.set(value, 'length', 0)
}

/** What throws or rejects in a listener is its own business, and hurts nobody. */
export const harmless =
  <A>(listener: (told: A) => unknown) =>
  (told: A): void => {
    // Whom it concerns is told by other means: an answer, or a list of the operator's desk.
    const ignored = (): undefined => undefined
    try {
      Promise.resolve(listener(told)).catch(ignored)
    } catch {
      ignored()
    }
  }

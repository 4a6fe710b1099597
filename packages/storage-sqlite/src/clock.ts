/** The instant at which records are taken; unless told, what the clock of this machine says. */
export interface Clock {
  readonly now?: () => string
}

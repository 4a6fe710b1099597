import fc from 'fast-check'

// A mutant that lives today has to live tomorrow.
fc.configureGlobal({ seed: 1 })

import { Matching } from '@reverse-mentoring/core'
import { Engine } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import { seededPool } from './test/engine/pools.ts'
let shown = 0
for (let most = 2; most < 9; most += 1)
  for (let seed = 0; seed < 3000 && shown < 1; seed += 1) {
    const p = seededPool(seed, most)
    const s = Engine.solve(p, { engine: 'network' })
    if (E.isLeft(s)) {
      console.log(seed, most, s.left)
      shown += 1
      continue
    }
    const v = Matching.verify(p, s.right.taken, s.right.certificate)
    if (E.isLeft(v)) {
      console.log(seed, most, JSON.stringify(v.left), p, s.right.taken, s.right.certificate?.levels)
      shown += 1
    }
  }

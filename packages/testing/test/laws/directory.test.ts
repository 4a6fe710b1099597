import { memoryDirectory } from '@reverse-mentoring/storage-memory'
import { directoryLaws, inMemory } from '@reverse-mentoring/testing'
import { trust } from './faulty.ts'
import { differing } from './directory/differing.ts'
import { erasing } from './directory/erasing.ts'
import { listing } from './directory/listing.ts'
import { keepingKeys } from './directory/keys.ts'
import { keepingPeople } from './directory/people.ts'
import { telling } from './directory/telling.ts'
import { keepingWords } from './directory/words.ts'

trust(directoryLaws, inMemory(memoryDirectory), {
  ...keepingPeople,
  ...keepingKeys,
  ...keepingWords,
  ...listing,
  ...erasing,
  ...telling,
  ...differing,
})

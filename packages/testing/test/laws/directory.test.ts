import { memoryDirectory } from '@reverse-mentoring/storage-memory'
import { directoryLaws, inMemory } from '@reverse-mentoring/testing'
import { trust } from './faulty.ts'
import { erasing } from './directory/erasing.ts'
import { keepingPeople } from './directory/people.ts'
import { keepingWords } from './directory/words.ts'

trust(directoryLaws, inMemory(memoryDirectory), { ...keepingPeople, ...keepingWords, ...erasing })

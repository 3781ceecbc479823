import {maskOf} from '../../lexicon/lexicon'
import {add, decimalOf, toNumber} from '../decimal'
import type {Draft} from '../draft'
import {hasAge, type Measure, saysAge} from '../measure'
import {
  findSense,
  isLetterAt,
  isUpperAt,
  matchAt,
  matchBefore,
  type Reader,
  skipSpaces,
  skipSpacesBack,
  unitAt,
  wordStart,
} from '../reader'
import {halfBehind} from './duration'
import {closers} from './money'
import {type Operand, single} from './operand'

const ageMask = maskOf('age')

const particleMask = maskOf('function', 'approx-after')

/** Particles and approximators between years and the word they are the age of. */
const mostParticles = 2

/** `45 ವರ್ಷದ ವ್ಯಕ್ತಿ`, `18 साल से अधिक उम्र`: years before a word for a person or for age. */
function isOfPerson(reader: Reader, end: number): boolean {
  let at = skipSpaces(reader, end)
  for (let particles = 0; particles <= mostParticles; particles++) {
    if (matchAt(reader, at, ageMask)?.senses.some(({id}) => id === 'behind')) return true
    const particle = matchAt(reader, at, particleMask)
    if (particle === undefined) return false
    at = skipSpaces(reader, particle.end)
  }
  return false
}

/** Whether words around a length of time make it somebody's age. */
export const isAged = (reader: Reader, start: number, {unit, end}: Measure): boolean =>
  saysAge(reader, start) ||
  ((unit === 'year' || unit === 'month') && (isOfPerson(reader, end) || hasAge(reader, start, end)))

/** Years of age, with a half behind them: tiene 3 años y medio. */
export function age(reader: Reader, part: Operand, measure: Measure): Draft {
  const draft: Draft = {...single(part, measure), kind: 'age', rule: 'age/years'}
  const half = measure === part.after ? halfBehind(reader, draft.end) : 0
  return half === 0 ? draft : {...draft, end: half, value: add(draft.value!, decimalOf(0.5))}
}

/** `Valdir Moreira, 63 anos,`: years set off behind a name are somebody's age. */
export function isApposition(reader: Reader, part: Operand, measure: Measure): boolean {
  const value = toNumber(part.value)
  if (measure.unit !== 'year' || part.number.spelled || value < 1 || value > 120 || measure !== part.after) return false
  const before = skipSpacesBack(reader, skipLinkBack(reader, part.start))
  const next = unitAt(reader, measure.end)
  if (unitAt(reader, before - 1) !== 44 || !(next === 0 || closers.has(next))) return false
  const nameEnd = skipSpacesBack(reader, before - 1)
  return isUpperAt(reader, wordStart(reader, nameEnd)) || (next === 44 && isLetterAt(reader, nameEnd - 1))
}

/** Position before the word between a name's comma and the years: Juan Pérez, **de** 45 años. */
function skipLinkBack(reader: Reader, at: number): number {
  const link = matchBefore(reader, at, ageMask)
  return findSense(link, 'age')?.id === 'of' ? link!.start : at
}

/** `Maud Ellery, 52, the chief executive`: two digits set off by commas behind a name. */
export function isAgeOf(reader: Reader, part: Operand): boolean {
  const value = toNumber(part.value)
  if (!part.number.plain || value < 16 || value > 110 || unitAt(reader, part.end) !== 44) return false
  const before = skipSpacesBack(reader, skipLinkBack(reader, part.start))
  if (before === part.start || unitAt(reader, before - 1) !== 44) return false
  return isLetterAt(reader, skipSpacesBack(reader, before - 1) - 1)
}

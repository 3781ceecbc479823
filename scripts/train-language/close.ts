/** Tables of their own for languages so close that the grams which tell them from all others do not tell them apart. */
import type {Source} from './corpus'
import {type Fitted, fit} from './fit'

export const groups: readonly (readonly string[])[] = [
  ['ms', 'id'],
  ['hr', 'bs', 'sr-Latn'],
  ['zu', 'xh', 'nd', 'ss'],
  ['tn', 'st', 'nso'],
  ['da', 'nb', 'nn'],
  ['af', 'nl'],
  ['is', 'fo'],
  ['cs', 'sk'],
]

export const trainClose = (members: readonly Source[]): Fitted =>
  fit(members, {
    bits: 13,
    postings: 7000 * members.length,
    texts: 15_000 * members.length,
    priors: members.map(() => 0),
  })

import type {Role} from '../page'
import {type Trees, treesFrom} from './trees'

/** Roles of main text and of everything else, in the order of the models' outputs. */
export const mainRoles = [
  'standfirst',
  'heading',
  'paragraph',
  'list-item',
  'quote',
  'table-row',
] as const satisfies Role[]
export const otherRoles = [
  'title',
  'byline',
  'dateline',
  'caption',
  'site-name',
  'nav',
  'breadcrumb',
  'image-name',
  'credit',
  'source',
  'share',
  'comments',
  'comment',
  'empty-state',
  'related',
  'tags',
  'ad',
  'newsletter',
  'cookie',
  'footer',
  'login',
  'other-chrome',
] as const satisfies Role[]

/** The trees that decide: main text or not, twice; then which role of either kind. */
export interface RoleModel {
  readonly first: Trees
  readonly second: Trees
  readonly main: Trees
  readonly other: Trees
}

export type PackedModel = {readonly [part in keyof RoleModel]: string}

export const unpackModel = (bytesOf: (part: keyof RoleModel) => Uint8Array): RoleModel => ({
  first: treesFrom(bytesOf('first')),
  second: treesFrom(bytesOf('second')),
  main: treesFrom(bytesOf('main')),
  other: treesFrom(bytesOf('other')),
})

/** The attributes that are read, by slot. The rest is skipped unread. */
export const attributeNames = [
  'class',
  'id',
  'style',
  'hidden',
  'href',
  'role',
  'itemprop',
  'datetime',
  'content',
  'name',
  'property',
  'type',
  'lang',
  'open',
  'rel',
  'popover',
] as const
export type AttributeName = (typeof attributeNames)[number]

/** Values of one start tag by slot; `undefined` where the attribute is absent. */
export type Attributes = (string | undefined)[]

/** Slot of an attribute. */
export const slot = Object.fromEntries(attributeNames.map((name, index) => [name, index])) as Record<
  AttributeName,
  number
>

const slots = new Map<string, number>(attributeNames.map((name, index) => [name, index]))
const longest = Math.max(...attributeNames.map((name) => name.length))

/** Slot of the attribute named by `text[start, end)`, -1 when it is none of those read. */
export function slotOf(text: string, start: number, end: number): number {
  if (end - start > longest || end - start < 2) return -1
  const name = text.slice(start, end)
  return slots.get(name) ?? slots.get(name.toLowerCase()) ?? -1
}

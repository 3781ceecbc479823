/**
 * Month names of the Persian calendar, in use in Iran and Afghanistan. CLDR keeps them in a package of its own
 * (cldr-cal-persian-full 48), of which these few languages are all we need.
 */
import {addWord, type Draft} from './draft'

const names: Readonly<Record<string, string>> = {
  fa: 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند',
  'fa-AF': 'حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت',
  ps: 'وری غویی غبرگولی چنگاښ زمری وږی تله لړم لیندۍ مرغومی سلواغه کب',
  ckb: 'خاکەلێوە گوڵان جۆزەردان پووشپەڕ گەلاوێژ خەرمانان ڕەزبەر گەڵاڕێزان سەرماوەز بەفرانبار ڕێبەندان ڕەشەمە',
  en: 'Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand',
}

export function addPersianMonths(draft: Draft, tag: string): void {
  for (const [index, name] of (names[tag] ?? '').split(' ').entries())
    addWord(draft, 'month', `persian-${index + 1}`, name)
}

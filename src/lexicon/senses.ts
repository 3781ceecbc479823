/**
 * What a word can mean to pagefacts. A sense has a name, and an argument where the name alone does not say enough:
 * `unit kilometer`, `currency VND`, `approx over`. `docs/adding-a-language.md` explains each with examples.
 */
export const senseNames = [
  /** A spelled number: `cardinal 8` lapan. Any value; tens and units are combined by the reader. */
  'cardinal',
  /** A numeral that is a syllable of countless words, so that it counts only in a fraction (삼분의 이), behind a decimal mark or alone in a cell. */
  'digit',
  /** Multiplies the number before it: `scale 1000000000` bilion, tỷ, Mrd., 億; `scale 100` hundred; `scale about*10` dizaine. */
  'scale',
  /** Between a scale and what it counts: millions **of**, un millón **de**, miliyoni 3 **z'**. */
  'of',
  /** Stands between the parts of one spelled number: and, und, y, و, linh. */
  'joiner',
  /** The decimal mark as a word: point, koma, phẩy, 点. */
  'point',
  /** Adds half of the last unit or scale: rưỡi, setengah, y medio, 半. */
  'half',
  /** A fraction as one word, by its value: `fraction 0.5` half, nửa; `fraction 0.25` quarter. */
  'fraction',
  /** A denominator: `denominator 3` third, thirds, Drittel. After a numerator, or after `part`. */
  'denominator',
  /** Between numerator and denominator: phần, per (satu per tiga), 分の and 分之 (denominator first: argument `inverse`). */
  'part',
  /** A spelled ordinal: `ordinal 3` third, ketiga, dritte. */
  'ordinal',
  /** Before a number makes it an ordinal: thứ, ke-, 第. */
  'ordinal-before',
  /** After a number makes it an ordinal: th, º, 番目, 위. */
  'ordinal-after',
  /** A full stop that makes an ordinal of the number before it where the sentence goes on: German 3. */
  'ordinal-dot',
  /** `percent 1` %, persen, per cent; `percent 0.1` ‰; `percent 10` 成, 割. */
  'percent',
  /** `percent-point 1` percentage points, điểm phần trăm; `percent-point 0.01` basis points, bps. */
  'percent-point',
  /** ISO 4217, with a factor for sub-units and other bases: `currency VND` đồng; `currency USD*0.01` cents; `currency IRR*10` toman. */
  'currency',
  /** Behind an amount of money it counts the part of its unit: `sub-unit 0.01` c, ¢, 分. */
  'sub-unit',
  /** CLDR unit id without category, with a factor where the word is a multiple: `unit hectare` ha; `unit square-meter*360` sào. Lengths of time are units too: `unit year` tahun. */
  'unit',
  /** After a number makes it an age: `age year` tuổi, years old, 岁, 歳. Before it: argument `before`. */
  'age',
  /** After a number makes it a multiplier: times, kali, lần, 倍, -fold. */
  'times',
  /** A multiplier in one word: `multiple 2` double, gấp đôi, twice; `multiple 3` triple. */
  'multiple',
  /** The same for a word that says so only before a word of grammar or behind an approximator: **double** the amount, but no double room. */
  'multiple-loose',
  /** Counts things, stands between number and noun: con, cái, 个, 명. */
  'classifier',
  /** Links a number to the noun or unit before it: iminyaka **engu-**30, dilemo **tse** 30. */
  'linker',
  /** Before a number: `approx over` lebih daripada; under, about, at-least, at-most, up-to. */
  'approx',
  /** The same after a number: `approx-after over` 余, lebih; `approx-after at-least` 以上, trở lên, or more. */
  'approx-after',
  /** `change increase` meningkat, tăng; decrease; from; to; by. */
  'change',
  /** Opens a range: between, from, antara, từ. */
  'between',
  /** Between the ends of a range: to, and (after between), hingga, đến, bis. */
  'to',
  /** Closes a range, after its second end: 之间, の間. */
  'range-after',
  /** `month 1` January, januari, tháng Giêng … 12. */
  'month',
  /** `weekday 1` Monday … 7. */
  'weekday',
  /** `era bce`, `era ce`, `era buddhist` พ.ศ., `era minguo` 民國, `era reiwa` 令和, `era heisei`, `era showa`, `era persian`, `era islamic`. */
  'era',
  /** The word for quarter (of a year): suku tahun, quý, Quartal, 分期; with a number: `quarter 3` Q3. */
  'quarter',
  /** Half of a year: the word alone, or with its number: `half-year 1` H1, nửa đầu năm, 上半年. */
  'half-year',
  /** Beside a number makes it a calendar year: năm, tahun, 年, año, рік. Argument `fiscal` for fiscal, school and season years. */
  'year',
  /** Beside a number makes it a month or a day of the month: `date-part month` tháng, 月; `date-part day` ngày, 日. */
  'date-part',
  /** Beside a year makes it a decade: `decade 0` 1980s, -an; `decade 1990` is one by itself: nineties. Makes a century: `century` thế kỷ, abad; `century 20` is one by itself, before its decade: 上世纪. */
  'decade',
  'century',
  /** Between the parts of a date: de, of, m. */
  'date-joiner',
  /** After a number: that many first months of the year beside it: tháng đầu năm, ماهه نخست سال. */
  'first-months',
  /** The last one of a month or year: last, letzter, 最後の; like an ordinal before its noun. */
  'last',
  /** What ordinals count in a month or year, in the singular: `nth day` day, `nth week` week, `nth month` month. */
  'nth',
  /** A length of time in one expression, as an ISO 8601 duration: `span P2Y` عامين, `span PT30M` полчаса, `span P1D` all day. */
  'span',
  /** Divides: per, pro, mỗi, a; `/` is read without being listed. Argument `loose`: divides money and shares, before a unit only: al (mes), im (Jahr). */
  'per',
  /** A relative date: `relative -1 day` yesterday; `relative 0 year` this year; `relative -1 month` last month. */
  'relative',
  /** Before a number: it is no fact. Article, Điều, phone, page, version, No. */
  'refuse-before',
  /** After a number: it is no fact. */
  'refuse-after',
  /** The minus sign as a word: minus, âm, منفی. Behind a temperature, argument `after`: below zero, unter null. */
  'minus',
  /** Near bare degrees they are those of an angle: rotate, Winkel, vire. */
  'angle',
  /** A word that carries grammar, not content: dan, yang, of, the. The commonest fifty of a language are plenty. */
  'function',
  /** A phrase of site chrome, by role: `cue comments` Komen, `cue share` Kongsi, `cue related`, `cue source` Sumber:, `cue credit` Foto: … Argument `byline`, `published`, `updated` for lines of content. */
  'cue',
] as const
export type SenseName = (typeof senseNames)[number]

/** One bit a sense, for asking the lexicon for some of them only. */
export const sense = Object.fromEntries(senseNames.map((name, index) => [name, index])) as Record<SenseName, number>

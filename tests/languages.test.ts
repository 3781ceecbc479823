import {describe, expect, it} from 'vitest'
import {detectLanguage, extract} from '../src/index'

const sentences: Record<string, string> = {
  en: 'The committee will publish its report on the harbour next week.',
  de: 'Der Ausschuss wird seinen Bericht über den Hafen nächste Woche veröffentlichen.',
  fr: 'Le comité publiera son rapport sur le port la semaine prochaine.',
  es: 'El comité publicará su informe sobre el puerto la próxima semana.',
  it: 'Il comitato pubblicherà la sua relazione sul porto la prossima settimana.',
  nl: 'De commissie zal haar verslag over de haven volgende week publiceren.',
  sv: 'Kommittén kommer att publicera sin rapport om hamnen nästa vecka.',
  da: 'Udvalget offentliggør sin rapport om havnen i næste uge, og borgerne kan læse den gratis.',
  fi: 'Valiokunta julkaisee raporttinsa satamasta ensi viikolla.',
  pl: 'Komisja opublikuje swój raport o porcie w przyszłym tygodniu.',
  cs: 'Výbor zveřejní svou zprávu o přístavu příští týden.',
  sk: 'Výbor zverejní svoju správu o prístave budúci týždeň.',
  hu: 'A bizottság jövő héten teszi közzé a kikötőről szóló jelentését.',
  ro: 'Comitetul își va publica raportul despre port săptămâna viitoare.',
  tr: 'Komite, limanla ilgili raporunu gelecek hafta yayımlayacak.',
  vi: 'Ủy ban sẽ công bố báo cáo về cảng vào tuần tới.',
  ms: 'Jawatankuasa itu akan menerbitkan laporannya mengenai pelabuhan pada minggu hadapan kerana orang ramai mahu membacanya.',
  id: 'Panitia akan menerbitkan laporannya tentang pelabuhan pekan depan karena masyarakat ingin membacanya.',
  sw: 'Kamati itachapisha ripoti yake kuhusu bandari wiki ijayo.',
  ru: 'Комитет опубликует свой отчёт о порте на следующей неделе.',
  uk: 'Комітет опублікує свій звіт про порт наступного тижня.',
  bg: 'Комитетът ще публикува доклада си за пристанището следващата седмица.',
  sr: 'Одбор ће објавити свој извештај о луци следеће недеље.',
  el: 'Η επιτροπή θα δημοσιεύσει την έκθεσή της για το λιμάνι την επόμενη εβδομάδα.',
  he: 'הוועדה תפרסם את הדוח שלה על הנמל בשבוע הבא.',
  ar: 'ستنشر اللجنة تقريرها عن الميناء الأسبوع المقبل.',
  fa: 'این کمیته گزارش خود را درباره بندر هفته آینده منتشر خواهد کرد.',
  ur: 'کمیٹی اگلے ہفتے بندرگاہ کے بارے میں اپنی رپورٹ شائع کرے گی۔',
  hi: 'समिति अगले सप्ताह बंदरगाह पर अपनी रिपोर्ट प्रकाशित करेगी।',
  ne: 'समितिले अर्को हप्ता बन्दरगाहबारे आफ्नो प्रतिवेदन प्रकाशित गर्नेछ।',
  bn: 'কমিটি আগামী সপ্তাহে বন্দর সম্পর্কে তার প্রতিবেদন প্রকাশ করবে।',
  ta: 'குழு அடுத்த வாரம் துறைமுகம் பற்றிய தனது அறிக்கையை வெளியிடும்.',
  th: 'คณะกรรมการจะเผยแพร่รายงานเกี่ยวกับท่าเรือในสัปดาห์หน้า',
  ja: '委員会は来週、港に関する報告書を公表する。',
  ko: '위원회는 다음 주에 항구에 대한 보고서를 발표할 것이다.',
  'zh-Hans': '委员会将于下周发布关于港口的报告。',
  'zh-Hant': '委員會將於下週發布關於港口的報告。',
  yue: '佢哋話下個禮拜會出份報告,大家都唔知係咪真嘅。',
  ka: 'კომიტეტი ნავსადგურის შესახებ ანგარიშს მომავალ კვირას გამოაქვეყნებს.',
  pt: 'A comissão não publicará o seu relatório sobre o porto antes da próxima semana, disse o ministro.',
  am: 'ኮሚቴው ስለ ወደቡ ያለውን ሪፖርት በሚቀጥለው ሳምንት ያወጣል።',
}

describe('detectLanguage', () => {
  it.each(Object.entries(sentences))('knows a sentence of %s', (tag, sentence) => {
    expect(detectLanguage(sentence).tag).toBe(tag)
  })

  it('names the script', () => {
    expect(detectLanguage(sentences.ru!).script).toBe('Cyrl')
    expect(detectLanguage(sentences['zh-Hans']!).script).toBe('Hans')
    expect(detectLanguage(sentences['zh-Hant']!).script).toBe('Hant')
    expect(detectLanguage(sentences.ja!).script).toBe('Jpan')
  })

  it.each(['', '12 345', '😀 — …'])('says that %j has no letters', (text) => {
    expect(detectLanguage(text)).toEqual({tag: 'und', script: 'Zyyy', confidence: 0, reason: 'no letters'})
  })

  it('says und where nobody can know', () => {
    expect(detectLanguage('x')).toEqual({tag: 'und', script: 'Latn', confidence: 0, reason: 'too short'})
    expect(detectLanguage('ꦲꦏ꧀ꦱꦫ')).toMatchObject({tag: 'und', reason: 'unsupported script'})
  })

  it('leaves close languages open, with both of them named', () => {
    const found = detectLanguage('Rumah itu besar')
    expect(found.reason).toBe('open group')
    expect([found.tag, ...found.alternatives!.map(({tag}) => tag)]).toEqual(expect.arrayContaining(['ms', 'id']))
  })

  it('is less sure of less text', () => {
    const sentence = sentences.de!
    expect(detectLanguage('Bericht über').confidence).toBeLessThan(detectLanguage(sentence).confidence)
  })

  it('lists alternatives with falling shares that are no more than one together', () => {
    const {confidence, alternatives = []} = detectLanguage('available data')
    const shares = [confidence, ...alternatives.map((other) => other.confidence)]
    expect(shares).toEqual([...shares].sort((a, b) => b - a))
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1.002)
  })

  it('chooses among `languages` only', () => {
    expect(['de', 'fr']).toContain(detectLanguage(sentences.en!, {languages: ['de', 'fr']}).tag)
    expect(detectLanguage(sentences.nl!, {languages: ['en', 'nl']}).tag).toBe('nl')
  })

  it('takes old, long and regional tags in `languages`', () => {
    expect(detectLanguage(sentences.id!, {languages: ['in', 'ms']}).tag).toBe('id')
    expect(detectLanguage(sentences.he!, {languages: ['iw', 'yi']}).tag).toBe('he')
    expect(detectLanguage(sentences.pt!, {languages: ['pt-BR', 'es-MX']}).tag).toBe('pt')
    expect(detectLanguage(sentences['zh-Hant']!, {languages: ['zh-TW', 'ja']}).tag).toBe('zh-Hant')
  })

  it('asks for `minLength` letters', () => {
    expect(detectLanguage('Guten Tag', {minLength: 20})).toMatchObject({tag: 'und', reason: 'too short'})
    expect(detectLanguage(sentences.de!, {minLength: 20}).tag).toBe('de')
  })

  it('names what is wrong with its arguments', () => {
    expect(() => detectLanguage(5 as never)).toThrow(TypeError)
    expect(() => detectLanguage('a', {languages: []})).toThrow(/languages/)
    expect(() => detectLanguage('a', {minLength: -1})).toThrow(/minLength.*-1/)
    expect(() => detectLanguage('a', {lang: 'de'} as never)).toThrow(/`lang`/)
  })

  it('takes any string', () => {
    for (const text of ['\ud800', '\udc00a\ud800', '\u0000', '\u0301\u0301', 'a'.repeat(5000), 'é'.normalize('NFD')])
      expect(detectLanguage(text).confidence).toBeGreaterThanOrEqual(0)
  })
})

const malay = [
  'Jawatankuasa itu akan menerbitkan laporannya mengenai pelabuhan pada minggu hadapan kerana orang ramai mahu membacanya.',
  'Menteri berkata kerja-kerja pembaikan akan dimulakan selepas musim tengkujuh dan dijangka siap menjelang akhir tahun.',
  'Penduduk setempat pula berharap jalan raya di kawasan itu dapat dilebarkan supaya kesesakan lalu lintas dapat dikurangkan.',
]

const languageOf = (lines: readonly string[], line: string): string | undefined => {
  const text = lines.join('\n\n')
  return extract(text).blocks.find(({start, end}) => text.slice(start, end) === line)?.language?.tag
}

describe('the languages of a page', () => {
  it('sees lines of other languages', () => {
    const name = 'Nhà xuất bản Giáo dục Việt Nam'
    const notice = 'No data available for this period'
    const lines = [malay[0]!, malay[1]!, name, notice, malay[2]!]
    expect(extract(lines.join('\n\n')).language.tag).toBe('ms')
    expect(languageOf(lines, name)).toBe('vi')
    expect(languageOf(lines, notice)).toBe('en')
    expect(languageOf(lines, malay[2]!)).toBe('ms')
  })

  it('takes a few letters for the language of the page', () => {
    expect(languageOf([...malay, 'Hotel'], 'Hotel')).toBe('ms')
  })

  it('keeps a given language but for lines in another script', () => {
    const text = [...malay, sentences.ru!].join('\n\n')
    const page = extract(text, {language: 'id'})
    expect(page.language).toMatchObject({tag: 'id', confidence: 1})
    expect(new Set(page.blocks.map(({language}) => language?.tag))).toEqual(new Set(['id', 'ru']))
  })

  it.each([
    ['in', 'id'],
    ['iw', 'he'],
    ['no', 'nb'],
    ['ZH-tw', 'zh-Hant-TW'],
    ['pt-br', 'pt-BR'],
  ])('names a given %s %s', (given, tag) => {
    expect(extract('3', {language: given}).language.tag).toBe(tag)
  })

  it('names both languages of a bilingual notice', () => {
    const text = [
      sentences.en!,
      'Residents may send comments until Friday and the city will answer each of them.',
      sentences.fr!,
      'Les habitants peuvent envoyer leurs remarques jusqu’à vendredi et la ville répondra à chacun.',
    ].join('\n\n')
    const {language} = extract(text)
    const [english, french] = [sentences.en!, sentences.fr!].map(
      (first, index) => first.length + text.split('\n\n')[2 * index + 1]!.length,
    ) as [number, number]
    expect([language.tag, language.alternatives?.[0]?.tag]).toEqual(english > french ? ['en', 'fr'] : ['fr', 'en'])
    expect(language.confidence + language.alternatives![0]!.confidence).toBeCloseTo(1, 2)
  })
})

describe('a heading without kana on a Japanese page', () => {
  it('is Japanese', () => {
    const page = extract(
      '港湾整備計画発表\n委員会は来週、港に関する報告書を公表する。市民は無料で読むことができる。\n東京都中央区\n次の会議は十二月に開かれる予定で、だれでも参加できます。',
    )
    expect(page.blocks.map((block) => block.language?.tag)).toEqual(['ja', 'ja', 'ja', 'ja'])
  })
  it('is Japanese when the caller says so', () => {
    const page = extract('港湾整備計画発表\n委員会は来週、報告書を公表する。', {language: 'ja'})
    expect(page.blocks.map((block) => block.language?.tag)).toEqual(['ja', 'ja'])
  })
})

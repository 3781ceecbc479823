import {fileURLToPath} from 'node:url'
import {brotliCompressSync, gzipSync} from 'node:zlib'
import {parquetWriteBuffer} from 'hyparquet-writer'
import {describe, expect, it} from 'vitest'
import type {BadRecord, PageRecord, ReadOptions} from '../src/node/index'
import {readGroups} from '../src/node/read/parquet-file'
import {reading} from '../src/node/record'
import {collect, scratch} from './scratch'

// The built package: Parquet is read in a process, which runs a file of it.
const built = fileURLToPath(new URL('../dist/node.js', import.meta.url))
const {readRecords} = (await import(built)) as typeof import('../src/node/index')
const {folder, put} = scratch()

/** What a file gives: pages as they are, bad records as their reason, without the folder in front of places. */
async function read(file: string, options: ReadOptions = {}): Promise<(Partial<PageRecord> | string)[]> {
  const short = (text: string): string => text.replaceAll(`${folder}/`, '')
  const records = await collect<PageRecord | BadRecord>(readRecords(file, options))
  return records.map((record) =>
    'error' in record
      ? `${short(record.place)}: ${record.error}`
      : {...record, id: short(record.id), place: short(record.place)},
  )
}

/** A WARC record; its header lines after the version, and its body. */
function warcRecord(headers: Record<string, string>, body: string | Uint8Array): Buffer {
  const bytes = Buffer.from(body)
  const lines = Object.entries({...headers, 'Content-Length': String(bytes.length)}).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${lines.join('')}\r\n`), bytes, Buffer.from('\r\n\r\n')])
}

const conversion = (n: number, text: string): Buffer =>
  warcRecord(
    {'WARC-Type': 'conversion', 'WARC-Record-ID': `<urn:uuid:${n}>`, 'WARC-Target-URI': `https://a.example/${n}`},
    text,
  )

const response = (http: string, body: string | Uint8Array): Buffer =>
  warcRecord(
    {'WARC-Type': 'response', 'WARC-Target-URI': 'https://a.example/'},
    Buffer.concat([Buffer.from(`${http}\r\n\r\n`), Buffer.from(body)]),
  )

describe('text and HTML', () => {
  it('are one page a file, gzipped or not, in the charset they show', async () => {
    expect(await read(put('a.txt', 'Über'))).toEqual([{id: 'a.txt', place: 'a.txt', text: 'Über'}])
    expect(await read(put('b.txt.gz', gzipSync('Über')))).toEqual([{id: 'b.txt.gz', place: 'b.txt.gz', text: 'Über'}])
    const html = Buffer.from('<meta charset="windows-1252"><p>\xdcber', 'latin1')
    expect(await read(put('c.htm', html))).toMatchObject([{html: '<meta charset="windows-1252"><p>Über'}])
  })

  it('come from a folder in the order of their names', async () => {
    const {folder: other, put: putThere} = scratch()
    for (const name of ['b.txt', 'a.html', 'c.jsonl', 'd.findings.txt', 'e.png']) putThere(name, '{"text": "x"}')
    const records = await collect(readRecords(other))
    expect(records.map(({place}) => place.slice(other.length + 1))).toEqual(['a.html', 'b.txt', 'c.jsonl:1'])
  })

  it('count malformed UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('A long enough text \ufffd '.repeat(20)), Buffer.from([0xff, 0x41, 0xc3])])
    expect(await read(put('bad.txt', bytes))).toMatchObject([{replaced: 2}])
  })

  it.each([
    ['picture.txt', Buffer.from([0x89, 0x50, 0, 0, 0, 0]), 'not a text file'],
    ['large.txt', 'x'.repeat(2000), 'more than 1000 bytes'],
  ])('%s is bad', async (name, content, error) =>
    expect(await read(put(name, content), {maxRecordBytes: 1000})).toEqual([`${name}: ${error}`]),
  )

  it('names a file that is not there', async () =>
    expect(await read('/no/such/file.txt')).toEqual(['/no/such/file.txt: no such file or folder']))
})

describe('JSON Lines', () => {
  it('are a page a line, by the names of their fields', async () => {
    const file = put('a.jsonl', '{"text":"x","id":7,"url":"u"}\n\r\n{"text":"y","url":"v"}\n{"text":"z"}')
    expect(await read(file)).toEqual([
      {id: '7', place: 'a.jsonl:1', url: 'u', text: 'x'},
      {id: 'v', place: 'a.jsonl:3', url: 'v', text: 'y'},
      {id: 'a.jsonl:4', place: 'a.jsonl:4', text: 'z'},
    ])
    const other = put('b.ndjson', '{"body":"<p>x","key":"k","lang":"vi"}\n')
    const options = {textField: 'body', idField: 'key', languageField: 'lang', html: true}
    expect(await read(other, options)).toEqual([{id: 'k', place: 'b.ndjson:1', language: 'vi', html: '<p>x'}])
  })

  it('that are bad stop nothing', async () => {
    const file = put('c.jsonl', '{"text":"x"}\n{"text":\n[1]\n{"title":1}\n{"text":7}\n{"text":"y"}\n')
    const records = await read(file)
    expect(records).toMatchObject([
      {text: 'x'},
      expect.stringContaining('c.jsonl:2: not JSON'),
      'c.jsonl:3: not a JSON object',
      'c.jsonl:4: no field text; there are title',
      'c.jsonl:5: field text is no text',
      {text: 'y'},
    ])
  })

  it('that are too long are left out without being held', async () => {
    const file = put('d.jsonl', `{"text":"x"}\n{"text":"${'y'.repeat(300_000)}"}\n{"text":"z"}`)
    expect(await read(file, {maxRecordBytes: 100_000})).toMatchObject([
      {text: 'x'},
      'd.jsonl:2: line of more than 97.7 KiB',
      {text: 'z'},
    ])
  })

  it('count malformed UTF-8', async () => {
    const line = Buffer.concat([Buffer.from('{"text":"a'), Buffer.from([0xe2, 0x82, 0xff]), Buffer.from('b \ufffd"}')])
    expect(await read(put('e.jsonl', line))).toMatchObject([{text: 'a\ufffd\ufffdb \ufffd', replaced: 2}])
  })
})

describe('WARC and WET', () => {
  it('give the text of conversion records', async () => {
    const file = put(
      'a.wet',
      Buffer.concat([warcRecord({'WARC-Type': 'warcinfo'}, 'software: x'), conversion(1, 'Über'), conversion(2, '')]),
    )
    expect(await read(file)).toEqual([
      {id: '1', place: 'a.wet#2', url: 'https://a.example/1', text: 'Über'},
      {id: '2', place: 'a.wet#3', url: 'https://a.example/2', text: ''},
    ])
  })

  it('read gzip of one member a record, and of one for all', async () => {
    const records = Array.from({length: 500}, (_, n) => conversion(n, `page ${n} ${'x'.repeat(n * 7)}`))
    const many = await read(put('many.warc.wet.gz', Buffer.concat(records.map((record) => gzipSync(record)))))
    const one = await read(put('one.warc.wet.gz', gzipSync(Buffer.concat(records))))
    expect(many).toHaveLength(500)
    expect(many.map((record) => (record as PageRecord).text)).toEqual(one.map((record) => (record as PageRecord).text))
  })

  it('give the HTML and plain text of responses that tell of success', async () => {
    const file = put(
      'b.warc',
      Buffer.concat([
        response(
          'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1258',
          Buffer.from([0x3c, 0x70, 0x3e, 0xd0]),
        ),
        response('HTTP/1.1 404 Not Found\r\nContent-Type: text/html', '<p>no'),
        response('HTTP/1.1 200 OK\r\nContent-Type: image/png', 'x'),
        response('HTTP/1.1 200 OK\r\ncontent-type: text/plain', 'plain'),
        response('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip', gzipSync('<p>zip')),
        response('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br', brotliCompressSync('<p>br')),
        response('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip', '<p>undone already'),
        response(
          'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked',
          '3\r\n<p>\r\n4;x=1\r\nmore\r\n0\r\n\r\n',
        ),
        response('HTTP/1.1 200 OK\r\nX: y', '<!doctype html><p>untyped'),
        warcRecord({'WARC-Type': 'resource', 'Content-Type': 'text/html'}, '<p>resource'),
        warcRecord({'WARC-Type': 'request'}, 'GET /'),
      ]),
    )
    const contents = (await read(file)).map((record) => (record as PageRecord).html ?? (record as PageRecord).text)
    expect(contents).toEqual([
      '<p>Đ',
      'plain',
      '<p>zip',
      '<p>br',
      '<p>undone already',
      '<p>more',
      '<!doctype html><p>untyped',
      '<p>resource',
    ])
  })

  it('go on behind what is damaged', async () => {
    const file = put(
      'c.warc',
      Buffer.concat([
        conversion(1, 'a'),
        Buffer.from('noise\nnoise\n'),
        conversion(2, 'b'),
        Buffer.from('WARC/1.0\r\nContent-Length: x\r\n\r\n'),
        conversion(3, 'c'),
      ]),
    )
    expect(await read(file)).toMatchObject([
      {text: 'a'},
      'c.warc#2: 2 lines that belong to no record',
      {text: 'b'},
      'c.warc#3: wrong Content-Length: x',
      {text: 'c'},
    ])
  })

  it('leave out records that are too large, and say where the file is cut off', async () => {
    const file = put(
      'd.warc',
      Buffer.concat([
        conversion(1, 'a'.repeat(500)),
        conversion(2, 'b'),
        conversion(3, 'c'.repeat(90)).subarray(0, -50),
      ]),
    )
    expect(await read(file, {maxRecordBytes: 100})).toMatchObject([
      'd.warc#1: 500 bytes, more than the 100 bytes that are allowed',
      {text: 'b'},
      'd.warc#3: the file ends inside this record',
    ])
  })

  it('refuse a body that grows too large', async () => {
    const file = put(
      'e.warc',
      response(
        'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip',
        gzipSync(Buffer.alloc(1_000_000)),
      ),
    )
    expect(await read(file, {maxRecordBytes: 100_000})).toEqual(['e.warc#1: body grows to more than 97.7 KiB'])
  })
})

describe('gzip', () => {
  it('that is truncated gives what is whole', async () => {
    const whole = gzipSync(conversion(1, 'a'))
    const file = put('t.wet.gz', Buffer.concat([whole, gzipSync(conversion(2, 'b'.repeat(50))).subarray(0, 60)]))
    expect(await read(file)).toMatchObject([{text: 'a'}, 't.wet.gz: truncated gzip: the file ends inside a member'])
  })

  it('that is broken in one member loses that member', async () => {
    const members = Array.from({length: 9}, (_, n) => gzipSync(conversion(n, `text ${n} `.repeat(300))))
    members[4]!.fill(0xff, 20, 60)
    const records = await read(put('m.wet.gz', Buffer.concat(members)))
    const texts = records.filter((record) => typeof record !== 'string').map((record) => record.text!.slice(0, 6))
    expect(texts).toEqual([0, 1, 2, 3, 5, 6, 7, 8].map((n) => `text ${n}`))
    expect(records[4]).toMatch(/^m.wet.gz#5: broken gzip at byte \d+: /)
  })

  it('that is padded or followed by something else says so', async () => {
    const file = put(
      'p.jsonl.gz',
      Buffer.concat([gzipSync('{"text":"x"}\n'), Buffer.alloc(100), gzipSync('{"text":"y"}\n')]),
    )
    expect(await read(file)).toMatchObject([
      {text: 'x'},
      'p.jsonl.gz:2: broken gzip at byte 33: no member where one should start',
      {text: 'y'},
    ])
  })

  it('that has something else between members loses none of them', async () => {
    const file = put(
      'j.jsonl.gz',
      Buffer.concat([gzipSync('{"text":"x"}\n'), Buffer.from('noise'), gzipSync('{"text":"y"}\n')]),
    )
    expect(await read(file)).toMatchObject([
      {text: 'x'},
      'j.jsonl.gz:2: broken gzip at byte 33: no member where one should start',
      {text: 'y'},
    ])
  })

  it('that is a bomb is refused, in the middle of a file too', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000, 'x'))
    const options = {maxRecordBytes: 1_000_000}
    expect(await read(put('bomb.txt.gz', bomb), options)).toEqual([expect.stringContaining('bomb.txt.gz: gzip bomb: ')])
    expect(await read(put('bomb.txt.gz', bomb), {...options, maxExpansion: 2000})).toEqual([
      'bomb.txt.gz: more than 977 KiB',
    ])
    const [first, second] = await read(put('bomb.jsonl.gz', bomb), options)
    expect(first).toMatch(/gzip bomb: .* more than the 200 times/)
    expect(second).toBeUndefined()
  })
})

describe('Parquet', () => {
  const rows = 10
  const table = (codec: 'SNAPPY' | 'UNCOMPRESSED' = 'SNAPPY'): Buffer =>
    Buffer.from(
      parquetWriteBuffer({
        columnData: [
          {name: 'id', type: 'INT32', data: Array.from({length: rows}, (_, n) => n)},
          {name: 'url', type: 'STRING', data: Array.from({length: rows}, (_, n) => `https://a.example/${n}`)},
          {name: 'text', type: 'STRING', data: Array.from({length: rows}, (_, n) => (n === 3 ? null : `text Ü ${n}`))},
          {name: 'other', type: 'DOUBLE', data: Array.from({length: rows}, () => 1.5)},
        ],
        rowGroupSize: 4,
        codec,
      }),
    )

  it('is a page a row, row group by row group', async () => {
    const records = await read(put('a.parquet', table()))
    expect(records).toHaveLength(rows)
    expect(records[9]).toEqual({id: '9', place: 'a.parquet#10', url: 'https://a.example/9', text: 'text Ü 9'})
    expect(records[3]).toBe('a.parquet#4: field text is no text')
  })

  it('says which columns there are', async () =>
    expect(await read(put('b.parquet', table()), {textField: 'body'})).toEqual([
      'b.parquet: no column body; there are id, url, text, other',
    ]))

  it('refuses row groups that are too large', async () => {
    const [first, ...others] = await read(put('c.parquet', table()), {maxRowGroupBytes: 20})
    expect(first).toMatch(/^c.parquet, row group 1: .* bytes, more than the 20 bytes that are allowed$/)
    expect(others).toHaveLength(2)
  })

  it('whose row group is broken goes on with the next', async () => {
    const bytes = table('UNCOMPRESSED')
    bytes.fill(0xff, 4, 40)
    const records = await read(put('d.parquet', bytes))
    expect(records[0]).toMatch(/^d.parquet, row group 1: /)
    expect(records.slice(1)).toHaveLength(6)
  })

  it.each([
    ['nothing', ''],
    ['no Parquet', 'x'.repeat(100)],
    [
      'a length beyond the file',
      Buffer.concat([Buffer.from('PAR1'), Buffer.from([0xff, 0xff, 0xff, 0x7f]), Buffer.from('PAR1')]),
    ],
  ])('that is %s is one bad record', async (name, content) =>
    expect(await read(put(`${name}.parquet`, content))).toEqual([expect.stringContaining(`${name}.parquet: `)]),
  )

  it('that would fill all memory loses the row group that would', async () => {
    const bytes = table('UNCOMPRESSED')
    // levels of the four texts of the second row group: from a handful of bits to a run of a thousand million
    const levels = bytes.indexOf(Buffer.from([0x03, 0x0f, 0x09, 0, 0, 0]))
    bytes.set([0xfe, 0xff, 0xff, 0xff, 0x07], levels)
    const records = await read(put('e.parquet', bytes))
    expect(records[4]).toMatch(/^e.parquet, row group 2: it broke its reader/)
    expect(records.slice(5)).toMatchObject([{id: '8'}, {id: '9'}])
  })

  it('that lies anywhere about itself ends, with pages or reasons', async () => {
    const bytes = table()
    const footer = bytes.length - 8 - bytes.readUInt32LE(bytes.length - 8)
    for (let at = footer; at < bytes.length - 8; at++) {
      const lie = Buffer.from(bytes)
      lie[at] = lie[at]! ^ 0x55
      const groups = readGroups(put('lie.parquet', lie), reading({}), 0, () => {})
      const count = collect(groups).then((all) =>
        all.reduce((sum, group) => sum + ('count' in group ? group.count : 0), 0),
      )
      expect(await count.catch(() => 0)).toBeLessThanOrEqual(rows)
    }
  })
})

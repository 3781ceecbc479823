import {gzipSync} from 'node:zlib'
import {readWarc} from '../../src/node/read/warc'
import {readBehind} from '../records'
import {bytesOf} from '../text'

const record = (type: string, body: Uint8Array): Uint8Array =>
  Buffer.concat([
    Buffer.from(
      `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: <https://a.example/>\r\nContent-Length: ${body.length}\r\n\r\n`,
    ),
    body,
    Buffer.from('\r\n\r\n'),
  ])
const response = (fields: string, body: Uint8Array): Uint8Array =>
  record('response', Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${fields}\r\n\r\n`), body]))

export const words = [
  ...'WARC/1.0 WARC-Type: WARC-Target-URI: WARC-Record-ID: Content-Length: Content-Type: Content-Encoding: Transfer-Encoding:'.split(
    ' ',
  ),
  ...'conversion response resource request warcinfo HTTP/1.1 200 204 301 text/html text/plain chunked gzip br deflate'.split(
    ' ',
  ),
  ...'charset=utf-16 charset=gb18030 charset=x-none <meta\x20charset=shift_jis> <urn:uuid: > \r\n \r\n\r\n \n \t 0 -1 1e9 99999999999999999999 ffffffff;'.split(
    ' ',
  ),
]
export const seeds = [
  record('conversion', bytesOf('Costs rose 5%\nin 2024')),
  record('resource', bytesOf('<!doctype html><p>x')),
  response('Content-Type: text/html; charset=windows-1258', Buffer.from('<p>\xd0', 'latin1')),
  response('Content-Type: text/html\r\nContent-Encoding: gzip', gzipSync('<p>zip')),
  response('Content-Type: text/html\r\nTransfer-Encoding: chunked', bytesOf('3\r\n<p>\r\n4;x=1\r\nmore\r\n0\r\n\r\n')),
  response('X: y', bytesOf('<html>untyped')),
  bytesOf('noise\nWARC/1.0\r\nContent-Length: x\r\n\r\n'),
].flatMap((bytes) => ['0', '1', '2'].map((wrapping) => Buffer.concat([Buffer.from(wrapping), bytes])))

const good = {bytes: record('conversion', bytesOf('good')), text: 'good'}

export const fuzz = (input: Uint8Array): Promise<void> => readBehind(good, input, readWarc)

import {describe, expect, it} from 'vitest'
import {htmlToBlocks} from '../src/html/html-to-blocks'

const text = (html: string): string => htmlToBlocks(html).text

/** What `innerText` of a browser gives: HTML, text. */
const cases: Record<string, readonly (readonly [string, string])[]> = {
  'white space': [
    ['<div> a  b\n\tc </div>', 'a b c'],
    ['<div>a <b> b</b> <i>c </i> d</div>', 'a b c d'],
    ['<div>a<b>b</b>c</div>', 'abc'],
    ['<div>a&nbsp; b</div>', 'a\u00a0 b'],
    ['<p>漢字\n漢字 漢字\nab\n漢字</p>', '漢字漢字 漢字 ab 漢字'],
    ['<p>한국\n말</p>', '한국 말'],
    ['<div>a <img src=x> b</div>', 'a  b'],
    ['\ufeff<p>a', 'a'],
    ['a\0b', 'ab'],
    ['<p>a</p><li>b</li x', 'a\n\nb'],
  ],
  'blocks and paragraphs': [
    ['<div>a</div><div>b</div>', 'a\nb'],
    ['a<div>b</div>c', 'a\nb\nc'],
    ['<p>a</p><p>b</p>', 'a\n\nb'],
    ['<div><p>a</p></div><div><p>b</p></div>', 'a\n\nb'],
    ['<p>a<p>b', 'a\n\nb'],
    ['<h1>a</h1><p>b</p>', 'a\n\nb'],
    ['<h1>a</h1><h2>b</h2>', 'a\nb'],
    ['<div></div><p></p>a<p></p>', 'a'],
    ['<div>a</div> \n <div> b </div>', 'a\nb'],
    ['a<hr>b', 'a\nb'],
    ['a</p>b', 'a\n\nb'],
    ['<custom-tag>a</custom-tag>b', 'ab'],
  ],
  'line breaks': [
    ['a<br>b', 'a\nb'],
    ['a <br> b', 'a\nb'],
    ['a<br><br>b', 'a\n\nb'],
    ['a</br>b', 'a\nb'],
    ['a<wbr>b', 'ab'],
  ],
  lists: [
    ['<ul><li>a<li>b</ul>', 'a\nb'],
    ['<ul><li>a<ul><li>b</ul><li>c</ul>', 'a\nb\nc'],
    ['<dl><dt>a<dd>b<dt>c<dd>d</dl>', 'a\nb\nc\nd'],
  ],
  tables: [
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>', 'a\tb\nc\td'],
    ['<table><tr><td>a<td>b<tr><td>c<td>d</table>', 'a\tb\nc\td'],
    [
      '<table> <thead> <tr> <th> a </th> <th>b</th> </tr></thead> <tbody><tr> <td>c</td><td>d</td></tr></tbody></table>',
      'a\tb\nc\td',
    ],
    ['<table><caption>a</caption><tr><td>b</table>c', 'a\nb\nc'],
    ['<table><tr><td>a<table><tr><td>b<td>c</table><td>d</table>', 'a\nb\tc\n\td'],
    ['<table><td>a<td>b</table>', 'a\tb'],
    ['<tr><td>a</td><td>b</td></tr>', 'ab'],
  ],
  'preformatted text': [
    ['<pre>a\n  b\n</pre>c', 'a\n  b\n\nc'],
    ['<pre>\na</pre>', 'a'],
    ['<pre>a\r\nb\rc</pre>', 'a\nb\nc'],
    ['<div style="white-space: pre-wrap">a\n b</div>', 'a\n b'],
    ['<p>a</p><pre>b</pre>', 'a\n\nb'],
  ],
  ruby: [['<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>', '漢kan']],
  'what is not shown': [
    ['a<script>b</script><style>c</style><noscript>d</noscript><template><p>e</template>f', 'af'],
    ['a<div hidden>b<div>c</div>d</div>e', 'ae'],
    ['a<p style="color:red;DISPLAY : none !important">b<p>c', 'a\n\nc'],
    ['a<span style="visibility:hidden">b<i style="visibility:visible">c</i></span>d', 'acd'],
    ['a<!-- b --><![CDATA[ c ]]><?d?>e', 'ae'],
    ['<title>a</title><head>b</head><body>c', 'bc'],
    ['<details><summary>a</summary>b<p>c</p></details>d', 'a\nd'],
    ['<details><summary>a</summary><summary>b</summary></details>c', 'a\nc'],
    ['<details open><summary>a</summary>b</details>c', 'a\nb\nc'],
    ['<dialog>a</dialog><dialog open>b</dialog>', 'b'],
    ['<img alt="a">b<video>c</video><canvas>d</canvas><iframe>e</iframe><audio>f</audio>', 'b'],
    ['<input value=a><textarea>b</textarea>c<datalist><option>d</datalist>', 'c'],
    ['<svg><title>a</title><path/><style>b</style></svg>c', 'c'],
    ['<div aria-hidden=true>a</div>', 'a'],
  ],
  controls: [
    ['a <button> b </button> c', 'a b c'],
    ['<select><option>a<option>b</select>', 'a\nb'],
    ['<span style="float:left">a</span>b', 'a\nb'],
    ['<div style="display:inline">a</div><div style="display:inline-block"> b </div>', 'ab'],
  ],
  'character references': [
    ['&lt;a&gt; &amp;amp; &eacute;&#x4e2d;&#128512; &copy 1 &notit; &nosuch;', '<a> &amp; é中😀 © 1 ¬it; &nosuch;'],
    ['&#150;&#0;&#xD800;', '–\ufffd\ufffd'],
    ['a &lt;b> c', 'a <b> c'],
  ],
  'tags out of order': [
    ['<b><p>a</b>b</p>c', 'ab\n\nc'],
    ['<div><span>a</div>b</span>c', 'a\nbc'],
    ['<p><table><tr><td>a</table>b', 'a\nb'],
    ['<li>a</div>b</li>c', 'ab\nc'],
    ['<h2>a</h3>b', 'a\nb'],
    ['<td>a', 'a'],
    ['a < b, c <3 d', 'a < b, c <3 d'],
    ['<div', ''],
    ['<p>a</p', 'a'],
    ['<script>a', ''],
    ['a<svg><p>b</svg>c', 'a\n\nbc'],
  ],
}

for (const [group, pairs] of Object.entries(cases))
  describe(group, () => {
    it.each(pairs)('%j', (html, expected) => {
      expect(text(html).trimEnd()).toBe(expected.trimEnd())
    })
  })

describe('deeper than browsers nest', () => {
  const [open, close] = ['<font>'.repeat(600), '</font>'.repeat(600)]
  it.each([
    ['lines', `${open}a<p>b</p><div>c</div>d`, 'a\n\nb\n\nc\nd'],
    ['what is not shown', `${open}a<div>b<script>c</script><div hidden>d<div>e</div></div></div>f`, 'a\nb\nf'],
    ['tables', `${open}a<table><tr><td>b</td><td>c</td></tr><tr><td>d</td></tr></table>e`, 'a\nb\tc\n\td\ne'],
    ['what is not shown around it', `<div hidden>${open}a${close}</div>b`, 'b'],
    ['what comes after it', `${open}a${close}<ul><li>b<li>c</ul>`, 'a\nb\nc'],
  ])('%s', (_, html, expected) => {
    expect(text(html)).toBe(expected)
  })
})

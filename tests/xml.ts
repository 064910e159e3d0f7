/** As much of XML 1.0 as is needed to tell whether a document is well formed, and what its texts say. */
const name = '[A-Za-z][A-Za-z-]*'
const value = '"(?:[^<&"]|&(?:amp|lt|gt|quot|apos);)*"'
const token = new RegExp(`<(?<close>/)?(?<tag>${name})(?: ${name}=${value})*(?<empty>/)?>|(?<text>(?:[^<&]|&(?:amp|lt|gt|quot|apos);)+)`, 'gy')

function* tokensOf(xml: string): Generator<{ tag?: string; close: boolean; empty: boolean; text?: string } | undefined> {
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '')
  token.lastIndex = 0
  while (token.lastIndex < body.length) {
    const groups = token.exec(body)?.groups
    if (groups === undefined) {
      yield undefined
      return
    }
    yield { close: groups['close'] !== undefined, empty: groups['empty'] !== undefined, ...(groups['tag'] && { tag: groups['tag'] }), ...(groups['text'] && { text: groups['text'] }) }
  }
}

export function wellFormed(xml: string): boolean {
  const open: string[] = []
  for (const of of tokensOf(xml)) {
    if (of === undefined) return false
    if (of.tag === undefined || of.empty) continue
    if (of.close && open.pop() !== of.tag) return false
    if (!of.close) open.push(of.tag)
  }
  return open.length === 0
}

/** The texts that are more than white space. */
export const textsIn = (xml: string): string[] =>
  [...tokensOf(xml)].flatMap(of => (of?.text === undefined ? [] : [of.text.trim()])).filter(text => text !== '')
    .map(text => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&'))

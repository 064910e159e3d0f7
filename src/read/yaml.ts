/**
 * YAML to a small tree of texts, maps and lists that know their place. Every scalar is the text that was typed, so that
 * `010` stays 010 and `2017/18` needs no quotes.
 */
import { isAlias, isMap, isScalar, isSeq, type ErrorCode, LineCounter, type Node, parseDocument } from 'yaml'
import { fault } from '../domain/diagnostic.ts'
import type { At } from '../domain/stated.ts'
import type { Cell, Source } from './source.ts'
import type { Tell } from './tell.ts'

export type Branch =
  | ({ readonly kind: 'text' } & Cell)
  | { readonly kind: 'map'; readonly at: At; readonly entries: readonly { readonly key: Cell; readonly value: Branch }[] }
  | { readonly kind: 'list'; readonly at: At; readonly items: readonly Branch[] }

/** What the parser's commonest complaints mean to someone who does not know YAML. */
const reasons: Readonly<Partial<Record<ErrorCode, string>>> = {
  DUPLICATE_KEY: 'this key stands here twice',
  MULTIPLE_DOCS: 'the file holds two documents, parted by "---"',
  BLOCK_AS_IMPLICIT_KEY: 'there is a second colon on the line; put the text in quotation marks',
  TAB_AS_INDENT: 'a tab stands where spaces must',
  MISSING_CHAR: 'a bracket or a quotation mark is not closed',
  BAD_INDENT: 'it is set in too little or too much, or a bracket before it is not closed',
  RESOURCE_EXHAUSTION: 'it is nested too deeply',
}

/** None, and told, where the text is no YAML. */
export function readYaml({ file, text }: Source, tell: Tell): Branch | undefined {
  const lines = new LineCounter()
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false })
  const at = (start: number, end: number): At => {
    const { line, col } = lines.linePos(start)
    return { file, line, column: col, length: text.slice(start, end).split(/[\r\n]/, 1)[0]!.trimEnd().length }
  }
  const flaws = [...document.errors, ...document.warnings]
  for (const { code, message, pos: [start, end] } of flaws) tell(fault('broken-yaml', at(start, end), { reason: reasons[code] ?? message }))
  if (flaws.length > 0) return undefined

  const branch = (node: Node | null | undefined): Branch => {
    const [start, end] = node?.range ?? [0, 0]
    const place = at(start, end)
    if (isMap<Node, Node | null>(node)) {
      const entries = node.items.map(({ key, value }) => ({ key: keyCell(key), value: value ? branch(value) : blankAfter(key) }))
      refuseKeys(entries.map(({ key }) => key), tell)
      if (node.flow === true) refuseTornAmounts(node.items.flatMap(({ value }, order) => (value ? [] : [entries[order]!.key])), tell)
      return { kind: 'map', at: place, entries }
    }
    if (isSeq<Node>(node)) return { kind: 'list', at: place, items: node.items.map(branch) }
    if (isAlias(node)) {
      tell(fault('broken-yaml', place, { reason: 'this stands for another value; write the value out' }))
    }
    return { kind: 'text', text: isScalar(node) ? String(node.value ?? '').trim() : '', at: place }
  }
  const keyCell = (key: Node): Cell => {
    const cell = branch(key)
    return cell.kind === 'text' ? cell : { text: '', at: cell.at }
  }
  const blankAfter = (key: Node): Branch => ({ kind: 'text', text: '', at: keyCell(key).at })
  return branch(document.contents)
}

/** In `{ amount: £600,000 }` the comma ends the amount, and 000 would be a key. */
function refuseTornAmounts(keysAlone: readonly Cell[], tell: Tell): void {
  for (const { text, at } of keysAlone) {
    if (/^\d{3}(\.\d+)?\)?$/.test(text)) tell(fault('broken-yaml', at, { reason: 'an amount with a comma needs quotation marks inside { }' }))
  }
}

/** A key that is blank, or that stands twice once the white space around it is gone. */
function refuseKeys(keys: readonly Cell[], tell: Tell): void {
  const seen = new Set<string>()
  for (const { text, at } of keys) {
    if (text === '') tell(fault('broken-yaml', at, { reason: 'there is a key without a name' }))
    else if (seen.has(text)) tell(fault('broken-yaml', at, { reason: `the key "${text}" stands here twice` }))
    seen.add(text)
  }
}

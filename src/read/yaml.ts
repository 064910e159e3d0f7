/**
 * YAML to a small tree of texts, maps and lists that know their place. Every scalar is the text that was typed, so that
 * `010` stays 010 and `2017/18` needs no quotes.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { fault } from '../domain/diagnostic.ts'
import type { At } from '../domain/stated.ts'
import type { Cell, Source } from './source.ts'
import type { Tell } from './tell.ts'

export type Branch =
  | ({ readonly kind: 'text' } & Cell)
  | { readonly kind: 'map'; readonly at: At; readonly entries: readonly { readonly key: Cell; readonly value: Branch }[] }
  | { readonly kind: 'list'; readonly at: At; readonly items: readonly Branch[] }

/** None, and told, where the text is no YAML. */
export function readYaml({ file, text }: Source, tell: Tell): Branch | undefined {
  const lines = new LineCounter()
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false })
  const at = (start: number, end: number): At => {
    const { line, col } = lines.linePos(start)
    return { file, line, column: col, length: text.slice(start, end).split(/[\r\n]/, 1)[0]!.trimEnd().length }
  }
  const flaws = [...document.errors, ...document.warnings]
  for (const { message, pos: [start, end] } of flaws) tell(fault('broken-yaml', at(start, end), { reason: message }))
  if (flaws.length > 0) return undefined

  const branch = (node: Node | null | undefined): Branch => {
    const [start, end] = node?.range ?? [0, 0]
    const place = at(start, end)
    if (isMap<Node, Node | null>(node)) {
      return { kind: 'map', at: place, entries: node.items.map(({ key, value }) => ({ key: keyCell(key), value: value ? branch(value) : blankAfter(key) })) }
    }
    if (isSeq<Node>(node)) return { kind: 'list', at: place, items: node.items.map(branch) }
    if (isAlias(node)) tell(fault('broken-yaml', place, { reason: 'Aliases are not read here; write the value out' }))
    return { kind: 'text', text: isScalar(node) ? String(node.value ?? '').trim() : '', at: place }
  }
  const keyCell = (key: Node): Cell => {
    const cell = branch(key)
    return cell.kind === 'text' ? cell : { text: '', at: cell.at }
  }
  const blankAfter = (key: Node): Branch => ({ kind: 'text', text: '', at: keyCell(key).at })
  return branch(document.contents)
}

/** Files that no bridge is made of: only whether what is in them is the same is told, by its digest. */
import { inCodePointOrder } from '../model.ts'
import { type Change, changeOf, pairs, text } from './change.ts'

/** @param before the digests of the files, by their names in the folder */
export const fileChanges = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Change[] =>
  pairs(before, after, inCodePointOrder).flatMap(([file, was, is]) => {
    const at = { file, line: 0, column: 0, length: 0 }
    return changeOf({ kind: 'file', file }, text(was, at), text(is, at))
  })

/** Breaks a line of words where it is too wide, those after the first indented: "a b c" in 4 is "a b" and "  c". */
export function wrap(text: string, width: number, indent = ''): string[] {
  const lines: string[] = []
  let line = ''
  for (const [place, word] of text.split(' ').entries()) {
    if (place === 0) line = indent + word
    else if (line.length + 1 + word.length <= width) line += ` ${word}`
    else {
      lines.push(line)
      line = `  ${word}`
    }
  }
  return [...lines, line]
}

/** Breaks a line of words where it is too wide, those after the first indented: "a b c" in 3 is "a b" and "  c". */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = `  ${word}`
    } else line = line === '' && word !== '' && lines.length === 0 ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** Reads annotations as GitHub Actions does: the runner's own undoing of what ends a message and a property. */
export interface Annotation {
  readonly level: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

export const annotationsIn = (text: string): Annotation[] => text.split('\n').filter(line => line !== '').map(line => {
  const [, level, properties, message] = /^::(error|warning) ([^:]*)::(.*)$/s.exec(line) ?? []
  if (level === undefined) throw new Error(`${JSON.stringify(line)} is no annotation`)
  return {
    level, message: undone(message!),
    properties: Object.fromEntries(properties!.split(',').map(property => {
      const [, key, value] = /^([^=]+)=(.*)$/s.exec(property)!
      return [key!, undone(value!.replaceAll('%3A', ':').replaceAll('%2C', ','))]
    })),
  }
})

const undone = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')

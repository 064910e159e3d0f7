/** Plain data as JSON, indented, with a line ending at its end. */
export const writeJson = (data: object): string => `${JSON.stringify(data, null, 2)}\n`

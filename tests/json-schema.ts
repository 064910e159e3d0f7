/** As much of JSON Schema (draft 2020-12) as the schemas here use; any other keyword is an error, so that none is passed over. */
export interface Schema {
  readonly [keyword: string]: unknown
}

type Check = (rule: never, value: unknown, schema: Schema, root: Schema) => boolean

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isOf: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isObject, array: Array.isArray, string: value => typeof value === 'string', number: value => typeof value === 'number',
}

const checks: Readonly<Record<string, Check>> = {
  $ref: (path: string, value, _, root) => conforms(value, (root['$defs'] as Readonly<Record<string, Schema>>)[path.replace('#/$defs/', '')]!, root),
  type: (name: string, value) => isOf[name]!(value),
  enum: (of: readonly unknown[], value) => of.includes(value),
  const: (of: unknown, value) => of === value,
  pattern: (of: string, value) => typeof value !== 'string' || new RegExp(of, 'u').test(value),
  minLength: (of: number, value) => typeof value !== 'string' || value.length >= of,
  minimum: (of: number, value) => typeof value !== 'number' || value >= of,
  minItems: (of: number, value) => !Array.isArray(value) || value.length >= of,
  maxItems: (of: number, value) => !Array.isArray(value) || value.length <= of,
  minProperties: (of: number, value) => !isObject(value) || Object.keys(value).length >= of,
  required: (of: readonly string[], value) => !isObject(value) || of.every(key => key in value),
  properties: (of: Readonly<Record<string, Schema>>, value, _, root) => !isObject(value) || Object.entries(value).every(([key, each]) => of[key] === undefined || conforms(each, of[key], root)),
  propertyNames: (of: Schema, value, _, root) => !isObject(value) || Object.keys(value).every(key => conforms(key, of, root)),
  additionalProperties: (of: Schema | false, value, { properties = {} }, root) =>
    !isObject(value) || Object.entries(value).every(([key, each]) => key in (properties as object) || (of !== false && conforms(each, of, root))),
  items: (of: Schema, value, _, root) => !Array.isArray(value) || value.every(each => conforms(each, of, root)),
  anyOf: (of: readonly Schema[], value, _, root) => of.some(each => conforms(value, each, root)),
  oneOf: (of: readonly Schema[], value, _, root) => of.filter(each => conforms(value, each, root)).length === 1,
}

const says = ['$schema', '$id', '$defs', 'title', 'description']

export function conforms(value: unknown, schema: Schema, root = schema): boolean {
  return Object.entries(schema).filter(([keyword]) => !says.includes(keyword)).every(([keyword, rule]) => {
    const check = checks[keyword]
    if (check === undefined) throw new Error(`no such keyword here: ${keyword}`)
    return check(rule as never, value, schema, root)
  })
}

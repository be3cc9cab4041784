import ts from 'typescript'

export type Measure = {
  /** Lines of the file, without its tables. */
  readonly lines: number
  /** Functions with their own lines: without those of functions inside them. */
  readonly functions: readonly { readonly name: string; readonly lines: number }[]
}

/** Measures a source as the house style counts: tables (top-level literals that hold no function) are apart. */
export function measure(path: string, text: string): Measure {
  const source = ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.Latest,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )
  const linesOf = (node: ts.Node) => lineAt(source, node.end) - lineAt(source, node.getStart(source)) + 1
  const functions: { name: string; lines: number }[] = []

  /** Lines of all functions below `node`. */
  const visit = (node: ts.Node): number => {
    let inside = 0
    ts.forEachChild(node, (child) => void (inside += visit(child)))
    if (!isFunction(node)) return inside
    const lines = linesOf(node)
    functions.push({ name: nameOf(node, source), lines: lines - inside })
    return lines > 1 ? lines : inside
  }
  visit(source)
  const tables = source.statements.filter(isTable).reduce((sum, statement) => sum + linesOf(statement), 0)
  return { lines: text.trimEnd().split('\n').length - tables, functions }
}

const lineAt = (source: ts.SourceFile, position: number) => source.getLineAndCharacterOfPosition(position).line

type AnyFunction =
  ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction | ts.MethodDeclaration | ts.AccessorDeclaration

const isFunction = (node: ts.Node): node is AnyFunction =>
  ts.isFunctionDeclaration(node) ||
  ts.isFunctionExpression(node) ||
  ts.isArrowFunction(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isAccessor(node)

function nameOf(node: AnyFunction, source: ts.SourceFile): string {
  if (node.name) return node.name.getText(source)
  const { parent } = node
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)
    ? parent.name.getText(source)
    : `line ${lineAt(source, node.getStart(source)) + 1}`
}

/** `const x = [...]` or `{...}`, also with `as const`, `satisfies` or around it a call like `new Map([...])`. */
function isTable(statement: ts.Statement): boolean {
  if (!ts.isVariableStatement(statement)) return false
  return statement.declarationList.declarations.every(
    ({ initializer }) => initializer !== undefined && isLiteral(initializer) && !holdsBlock(initializer),
  )
}

function isLiteral(node: ts.Expression): boolean {
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return isLiteral(node.expression)
  if (ts.isNewExpression(node) || ts.isCallExpression(node)) return node.arguments?.some(isLiteral) ?? false
  return ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node) || ts.isTemplateLiteral(node)
}

function holdsBlock(node: ts.Node): boolean {
  if (isFunction(node) && node.body && ts.isBlock(node.body)) return true
  return ts.forEachChild(node, (child) => holdsBlock(child) || undefined) ?? false
}

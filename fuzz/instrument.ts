import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import type {Plugin} from 'esbuild'
import ts from 'typescript'

/** What is looked into: the code of pagefacts, without its tables, and the parsers it hands foreign bytes to. */
const instrumented = /\/src\/(?!generated\/).*\.ts$|\/node_modules\/(hyparquet|htmlparser2)\/.*\.js$/
const counters = fileURLToPath(new URL('./hits.ts', import.meta.url))

/** Gives each branch of a program a number and counts in `hits` how often it is taken. */
export const instrument = (): Plugin => ({
  name: 'instrument',
  setup(build) {
    let branches = 0
    build.onLoad({filter: /\.[jt]s$/}, ({path}) => {
      if (!instrumented.test(path)) return undefined
      const {code, next} = countBranches(readFileSync(path, 'utf8'), branches)
      branches = next
      const contents = `import {hits as hits__} from ${JSON.stringify(counters)}\n${code}`
      return {contents, loader: path.endsWith('.ts') ? 'ts' : 'js'}
    })
  },
})

/** The code with a count at the start of each block, case, branch of a condition and right side of a logical operator. */
function countBranches(code: string, first: number): {code: string; next: number} {
  const inserts: {at: number; text: string}[] = []
  let next = first
  const count = (): string => `hits__[${next++}]++`
  const wrap = (node: ts.Node, open: string, close: string): void => {
    inserts.push({at: node.getStart(), text: open})
    ts.forEachChild(node, visit)
    inserts.push({at: node.end, text: close})
  }
  const expression = (node: ts.Node): void => wrap(node, `(${count()},`, ')')
  const statement = (node: ts.Node | undefined): void => {
    if (node === undefined) return
    if (ts.isBlock(node)) visit(node)
    else wrap(node, `{${count()};`, '}')
  }

  function visit(node: ts.Node): void {
    if (ts.isTypeNode(node)) return
    if (ts.isBlock(node)) inserts.push({at: node.getStart() + 1, text: `${count()};`})
    if (ts.isIfStatement(node)) {
      visit(node.expression)
      statement(node.thenStatement)
      statement(node.elseStatement)
    } else if (ts.isIterationStatement(node, false)) {
      ts.forEachChild(node, (child) => (child === node.statement ? statement(child) : visit(child)))
    } else if (ts.isConditionalExpression(node)) {
      visit(node.condition)
      expression(node.whenTrue)
      expression(node.whenFalse)
    } else if (ts.isBinaryExpression(node) && isLogical(node.operatorToken.kind)) {
      visit(node.left)
      expression(node.right)
    } else if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) {
      node.parameters.forEach(visit)
      expression(node.body)
    } else if (ts.isCaseOrDefaultClause(node)) {
      inserts.push({at: node.statements.pos, text: `${count()};`})
      node.statements.forEach(visit)
    } else ts.forEachChild(node, visit)
  }

  visit(ts.createSourceFile('code.ts', code, ts.ScriptTarget.ESNext, true))
  // stable: what was put down first at a place stands first
  inserts.sort((a, b) => a.at - b.at)
  let end = 0
  const parts = inserts.flatMap(({at, text}) => {
    const before = code.slice(end, at)
    end = at
    return [before, text]
  })
  return {code: parts.join('') + code.slice(end), next}
}

const isLogical = (kind: ts.SyntaxKind): boolean =>
  kind === ts.SyntaxKind.AmpersandAmpersandToken ||
  kind === ts.SyntaxKind.BarBarToken ||
  kind === ts.SyntaxKind.QuestionQuestionToken

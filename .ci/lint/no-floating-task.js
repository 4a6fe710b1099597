import { ESLintUtils } from '@typescript-eslint/utils'

const lazyTypes = new Set([
  'IO',
  'IOEither',
  'IOOption',
  'Task',
  'TaskEither',
  'TaskOption',
  'LazyArg',
  'Lazy',
])

const isLazy = (type) => {
  const name = type.aliasSymbol?.name ?? type.getSymbol()?.name ?? ''
  if (lazyTypes.has(name)) return true
  return type.isUnion() && type.types.some(isLazy)
}

/** Finds a Task, TaskEither or IO that is built and never run: nothing happens, and nobody is told. */
export const noFloatingTask = ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: 'problem',
    docs: { description: 'A lazy fp-ts value as a statement is never run' },
    messages: {
      floating: 'This {{type}} is built and never run. Run it with `()`, return it, or compose it.',
    },
    schema: [],
  },
  defaultOptions: [],
  create: (context) => {
    const services = ESLintUtils.getParserServices(context)
    const check = (node) => {
      const type = services.getTypeAtLocation(node)
      if (isLazy(type)) {
        context.report({
          node,
          messageId: 'floating',
          data: { type: services.program.getTypeChecker().typeToString(type) },
        })
      }
    }
    return {
      ExpressionStatement: ({ expression }) => {
        if (expression.type === 'AwaitExpression') check(expression)
        else if (expression.type === 'UnaryExpression' && expression.operator === 'void')
          check(expression.argument)
        else check(expression)
      },
    }
  },
})

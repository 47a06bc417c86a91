// Two limits of the size table in the style guide that the linter's own rules cannot tell apart.

const LIMITS = { function: 3, handler: 4, constructor: 5, controllerStatements: 3 };

const isConstructor = (node) => node.parent?.type === 'MethodDefinition' && node.parent.kind === 'constructor';

/** A route's method: every parameter is declared by a decorator and filled by the framework. */
const isHandler = (node) =>
  node.parent?.type === 'MethodDefinition' &&
  node.params.length > 0 &&
  node.params.every((param) => param.decorators?.length > 0);

const kindOf = (node) => (isConstructor(node) ? 'constructor' : isHandler(node) ? 'handler' : 'function');

const maxParams = {
  meta: {
    type: 'suggestion',
    docs: { description: 'Functions take 3 parameters, routes up to 4, constructors up to 5.' },
  },
  create(context) {
    const check = (node) => {
      const kind = kindOf(node);
      if (node.params.length <= LIMITS[kind]) return;
      const message = `A ${kind} takes at most ${LIMITS[kind]} parameters (this one has ${node.params.length}): group them into one object.`;
      context.report({ node, message });
    };
    return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check };
  },
};

const isControllerClass = (node) =>
  (node.decorators ?? []).some(({ expression }) => (expression.callee ?? expression).name === 'Controller');

const thinControllers = {
  meta: { type: 'suggestion', docs: { description: 'A controller method delegates: at most 3 statements.' } },
  create(context) {
    return {
      MethodDefinition(node) {
        const body = node.value.body?.body ?? [];
        if (node.kind !== 'method' || body.length <= LIMITS.controllerStatements) return;
        if (!isControllerClass(node.parent.parent)) return;
        context.report({
          node: node.key,
          message: 'A controller method has at most 3 statements: move the rest to the service.',
        });
      },
    };
  },
};

export default { meta: { name: 'sizes' }, rules: { 'max-params': maxParams, 'thin-controllers': thinControllers } };

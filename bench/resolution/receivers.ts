/**
 * Where a value comes from, in words that many places share: "parameter without annotation", "import of a module of the project". It
 * looks at one file and resolves nothing: the plugin does that. It only says of what kind the places are where the plugin could not.
 */
import type { Definition, Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { annotationOf, isClass, isFunction, propertyName, requiredModule, stringValue, unwrap, type Node } from '../../src/javascript/syntax/nodes.js';
import type { Tree } from '../../src/javascript/syntax/tree.js';
import { packageName, type Projects } from './projects.js';

/** A kind of receiver, and the packages of others that were seen on the way to it. */
export interface Receiver {
  readonly words: string;
  readonly packages: readonly string[];
}

const MAX_DEPTH = 8;

export class Receivers {
  constructor(
    private readonly tree: Tree,
    private readonly file: string,
    private readonly projects: Projects,
  ) {}

  /** What an expression holds. */
  of(expression: Node, depth = 0): Receiver {
    const node = unwrap(expression);
    if (depth > MAX_DEPTH) return plain('too long a way');
    const inner = (part: Node): Receiver => this.of(part, depth + 1);
    const module = requiredModule(node);
    if (module !== null) return this.module(module, 'require');
    switch (node.type) {
      case 'Identifier': {
        const variable = this.tree.variableOf(node);
        return variable === null ? plain('global variable') : this.variable(variable, depth + 1);
      }
      case 'ThisExpression':
        return plain(this.classAround(node) === null ? '`this` outside of a class' : 'the class itself');
      case 'Super':
        return plain('the class above');
      case 'MemberExpression':
        if (unwrap(node.object).type === 'ThisExpression') return this.field(node, depth + 1);
        return after(inner(node.object), 'property');
      case 'CallExpression': {
        const callee = unwrap(node.callee);
        if (callee.type !== 'MemberExpression') return after(inner(callee), 'result');
        // `pool.connect().then(…)`, `db.bind(x)`: what follows is told by what stands before.
        return after(unwrap(callee.object).type === 'ThisExpression' ? plain('the class itself') : inner(callee.object), 'result of a method');
      }
      case 'NewExpression':
        return after(inner(node.callee), 'instance');
      case 'AwaitExpression':
        return inner(node.argument);
      case 'AssignmentExpression':
        return inner(node.right);
      case 'LogicalExpression':
      case 'ConditionalExpression':
        return plain('one of several values');
      case 'ClassExpression':
        return plain('class of the file');
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return plain('function of the file');
      case 'ObjectExpression':
        return plain('object of the file');
      default:
        return plain(`an expression of kind ${node.type}`);
    }
  }

  private variable(variable: Variable, depth: number): Receiver {
    const [definition, second] = variable.defs;
    if (definition === undefined) return plain('global variable');
    if (second !== undefined) return plain('variable with several declarations');
    switch (String(definition.type)) {
      case 'ImportBinding':
        return this.imported(definition);
      case 'Parameter':
        return this.parameter(definition);
      case 'FunctionName':
        return plain('function of the file');
      case 'ClassName':
        return plain('class of the file');
      case 'Variable':
        return this.declared(variable, definition, depth);
      default:
        return plain(`a name of kind ${String(definition.type)}`);
    }
  }

  private declared(variable: Variable, { name, node }: Definition, depth: number): Receiver {
    if (node.type !== 'VariableDeclarator') return plain('a name in a declaration');
    const annotation = annotationOf(node.id);
    if (annotation !== null) return after(this.type(annotation), 'variable');
    const written = variable.references.flatMap(({ writeExpr, init }) => (init === true || writeExpr === null || writeExpr === undefined ? [] : [unwrap(writeExpr)])).filter((value) => !isEmpty(value));
    const values = node.init === null || isEmpty(unwrap(node.init)) ? written : [node.init, ...written];
    const [value, other] = values;
    if (value === undefined) return plain(this.tree.parentOf(this.tree.parentOf(node) ?? node)?.type.startsWith('For') === true ? 'variable of a loop' : 'variable that is never filled');
    if (other !== undefined) return plain('variable that is filled in several places');
    const held = this.of(value, depth);
    return name === node.id ? held : after(held, 'property');
  }

  private parameter({ name, node }: Definition): Receiver {
    if (!isFunction(node)) return plain('parameter of a signature');
    const parameter = node.params.find((candidate) => candidate.range[0] <= name.range[0] && candidate.range[1] >= name.range[1]);
    const pattern = parameter?.type === 'TSParameterProperty' ? parameter.parameter : parameter;
    const target = pattern?.type === 'AssignmentPattern' ? pattern.left : pattern;
    const annotation = target === undefined ? null : annotationOf(target);
    const kind = target?.type === 'Identifier' ? 'parameter' : target?.type === 'RestElement' ? 'rest parameter' : 'destructured parameter';
    const parent = this.tree.parentOf(node);
    const isCallback = (parent?.type === 'CallExpression' || parent?.type === 'NewExpression') && parent.callee !== node;
    const prefix = isCallback ? `${kind} of a callback` : kind;
    if (annotation === null) return plain(`${prefix} without annotation`);
    return after(this.type(annotation), prefix);
  }

  /** `this.name`: declared with a type, a parameter of the constructor, or filled somewhere in the class. */
  private field(node: TSESTree.MemberExpression, depth: number): Receiver {
    const name = propertyName(node);
    const owner = this.classAround(node);
    if (name === null) return plain('field by a name that is not written down');
    if (owner === null) return plain('`this` outside of a class');
    for (const member of owner.body.body) {
      if (member.type === 'MethodDefinition' && propertyName(member) === name) return plain(member.kind === 'get' ? 'getter of the class' : 'method of the class');
      if (member.type === 'PropertyDefinition' && propertyName(member) === name) {
        const annotation = annotationOf(member);
        if (annotation !== null) return after(this.type(annotation), 'field');
        if (member.value !== null) return after(this.of(member.value, depth), 'field');
      }
      if (member.type === 'MethodDefinition' && member.kind === 'constructor') {
        for (const parameter of member.value.params) {
          if (parameter.type !== 'TSParameterProperty') continue;
          const target = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
          const annotation = annotationOf(target);
          if (target.type === 'Identifier' && target.name === name) return annotation === null ? plain('field without annotation') : after(this.type(annotation), 'field');
        }
      }
    }
    const values = this.tree.thisMembers(name).flatMap((member) => {
      const assignment = this.tree.parentOf(member);
      const isIn = this.classAround(member) === owner && assignment?.type === 'AssignmentExpression' && assignment.left === member;
      return isIn && !isEmpty(unwrap(assignment.right)) ? [assignment.right] : [];
    });
    const [value, other] = values;
    if (value === undefined) return plain(owner.superClass === null ? 'field that its class does not fill' : 'field of the class above');
    return other === undefined ? after(this.of(value, depth), 'field') : plain('field that is filled in several places');
  }

  private classAround(node: Node): TSESTree.ClassDeclaration | TSESTree.ClassExpression | null {
    let current: Node | null = node;
    for (;;) {
      const parent: Node | null = this.tree.parentOf(current);
      if (parent === null) return null;
      if (isClass(parent)) return parent;
      // A function has a `this` of its own, unless it is the body of a method.
      if ((parent.type === 'FunctionDeclaration' || parent.type === 'FunctionExpression') && this.tree.parentOf(parent)?.type !== 'MethodDefinition') return null;
      current = parent;
    }
  }

  /** A written type. */
  private type(node: Node): Receiver {
    switch (node.type) {
      case 'TSTypeReference':
        return this.typeName(node.typeName);
      case 'TSImportType':
        return this.module(stringValue('source' in node ? node.source : node) ?? '', 'type');
      case 'TSUnionType': {
        const types = node.types.filter((type) => type.type !== 'TSNullKeyword' && type.type !== 'TSUndefinedKeyword');
        const [only, other] = types;
        return only === undefined || other !== undefined ? plain('type that is a choice') : this.type(only);
      }
      case 'TSIntersectionType':
        return plain('type that is an intersection');
      case 'TSTypeLiteral':
        return plain('type that is written out');
      case 'TSTypeQuery':
      case 'TSIndexedAccessType':
      case 'TSConditionalType':
        return plain('type computed of another');
      case 'TSAnyKeyword':
        return plain('type any');
      case 'TSUnknownKeyword':
        return plain('type unknown');
      default:
        return plain('type of another kind');
    }
  }

  private typeName(name: TSESTree.EntityName): Receiver {
    let first: TSESTree.EntityName = name;
    while (first.type === 'TSQualifiedName') first = first.left;
    const variable = first.type === 'Identifier' ? this.tree.variableOf(first) : null;
    const definition = variable?.defs[0];
    if (definition === undefined) return plain('type computed of another');
    if (String(definition.type) === 'ImportBinding') {
      const { words, packages } = this.imported(definition);
      return { words: words.replace(/^import/, 'type'), packages };
    }
    return plain('type of the file');
  }

  private imported({ parent, node }: Definition): Receiver {
    if (parent?.type === 'ImportDeclaration') return this.module(parent.source.value, 'import');
    if (node.type === 'TSImportEqualsDeclaration' && node.moduleReference.type === 'TSExternalModuleReference') return this.module(stringValue(node.moduleReference.expression) ?? '', 'import');
    return plain('import of another kind');
  }

  private module(specifier: string, how: 'import' | 'require' | 'type'): Receiver {
    const word = how === 'require' ? 'import' : how;
    switch (this.projects.kindOf(specifier, this.file)) {
      case 'project':
        return plain(`${word} of a module of the project`);
      case 'workspace':
        return plain(`${word} of a workspace package`);
      case 'alias':
        return plain(`${word} through an alias`);
      case 'missing':
        return plain(`${word} of a module that is not there`);
      case 'package':
        return { words: `${word} of package ${packageName(specifier)}`, packages: [packageName(specifier)] };
    }
  }
}

function plain(words: string): Receiver {
  return { words, packages: [] };
}

/** Of several steps on the way only the last one is told, so that places of one kind come together. */
function after({ words, packages }: Receiver, step: string): Receiver {
  const root = words.includes(': ') ? words.slice(words.indexOf(': ') + 2) : words;
  return { words: `${step}: ${root}`, packages };
}

/** What fills a variable for the time being. */
function isEmpty(node: Node): boolean {
  return (node.type === 'Literal' && node.value === null) || (node.type === 'Identifier' && node.name === 'undefined');
}

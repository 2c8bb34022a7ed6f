/** Compares the names in driver facts with the typings that the drivers publish. */
import { join } from 'node:path';
import ts from 'typescript';
import type { Driver, HandleFacts } from '../../src/facts/schema.js';
import { realFolder } from './install.js';

/** A type as the facts name it: `default` or an exported name, and the module it comes from. */
interface TypeName {
  readonly module: string;
  readonly name: string;
}

/** Members that exist at run time although no typings show them, by `driver.handle`. */
export type UntypedMembers = Readonly<Record<string, readonly string[]>>;

/**
 * Sentences about each type name that its module does not export, each member that none of its handle's types has,
 * and each member that is called untyped without being so. A handle without type names is not looked at;
 * `handlesWithoutTypes` lists them.
 */
export function findTypingComplaints(drivers: readonly Driver[], untyped: UntypedMembers = {}): readonly string[] {
  const table = lookUpTypes(drivers.flatMap((driver) => Object.values(driver.handles).flatMap((facts) => typeNames(driver, facts))));
  return drivers.flatMap((driver) =>
    Object.entries(driver.handles).flatMap(([handle, facts]) => {
      const complaints = complaintsAbout(facts, typeNames(driver, facts), table, untyped[`${driver.id}.${handle}`] ?? []);
      return complaints.map((complaint) => `${driver.id}, handle "${handle}": ${complaint}`);
    }),
  );
}

/** Handles that have members but no type under which the typings show them, as `driver.handle`. */
export function handlesWithoutTypes(drivers: readonly Driver[]): readonly string[] {
  return drivers.flatMap((driver) =>
    Object.entries(driver.handles)
      .filter(([, facts]) => Object.keys(facts.members).length > 0 && typeNames(driver, facts).length === 0)
      .map(([handle]) => `${driver.id}.${handle}`),
  );
}

function complaintsAbout(
  facts: HandleFacts,
  names: readonly TypeName[],
  table: TypeTable,
  untyped: readonly string[],
): readonly string[] {
  if (names.length === 0) return [];
  const known = names.flatMap((name) => table.get(keyOf(name)) ?? []);
  const missing = known.length === 0 ? [] : Object.keys(facts.members).filter((member) => !known.some((type) => type.has(member)));
  return [
    ...names.filter((name) => !table.has(keyOf(name))).map(({ module, name }) => `'${module}' exports no type "${name}"`),
    ...missing.filter((member) => !untyped.includes(member)).map((member) => `no type of it has a member "${member}"`),
    ...untyped.filter((member) => !missing.includes(member)).map((member) => `"${member}" is called untyped, but is typed or no member at all`),
  ];
}

/** The types of a handle; a variant of another handle is shown under the types of that one. */
function typeNames(driver: Driver, facts: HandleFacts): readonly TypeName[] {
  const original = facts.variantOf === undefined ? undefined : driver.handles[facts.variantOf];
  const types = Object.entries((original ?? facts).types);
  return types.flatMap(([module, names]) => names.map((name) => ({ module, name })));
}

/** The member names of each type that exists. */
type TypeTable = ReadonlyMap<string, ReadonlySet<string>>;

function keyOf({ module, name }: TypeName): string {
  return `${module} ${name}`;
}

/** Lets the compiler read one file that imports every type, and asks it what came of each import. */
function lookUpTypes(names: readonly TypeName[]): TypeTable {
  const file = join(realFolder, 'imports-of-all-types.ts');
  const text = names.map(({ module, name }, index) => `import type { ${name.split('.')[0]} as Type${index} } from '${module}';`).join('\n');
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    esModuleInterop: true,
    skipLibCheck: true,
    // Some typings extend Node's EventEmitter; those of Bun declare its module.
    types: ['node', 'bun-types'],
    typeRoots: [join(realFolder, 'node_modules', '@types'), join(realFolder, 'node_modules')],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (path, version) => (path === file ? ts.createSourceFile(path, text, version) : getSourceFile(path, version));
  host.fileExists = (path) => path === file || fileExists(path);
  const program = ts.createProgram([file], options, host);
  return readMembers(program, file, names);
}

function readMembers(program: ts.Program, file: string, names: readonly TypeName[]): TypeTable {
  const checker = program.getTypeChecker();
  const table = new Map<string, ReadonlySet<string>>();
  for (const [index, statement] of (program.getSourceFile(file)?.statements ?? []).entries()) {
    const name = names[index];
    const imported = ts.isImportDeclaration(statement) ? aliasedSymbol(checker, statement) : null;
    // `Knex.Transaction` lies in the namespace that is imported.
    const inner = name?.name.split('.')[1];
    const symbol = inner === undefined ? imported : (imported?.exports?.get(ts.escapeLeadingUnderscores(inner)) ?? null);
    if (name === undefined || symbol === null || (symbol.flags & ts.SymbolFlags.Type) === 0) continue;
    const type = checker.getApparentType(checker.getDeclaredTypeOfSymbol(symbol));
    table.set(keyOf(name), new Set(checker.getPropertiesOfType(type).map((property) => property.name)));
  }
  return table;
}

function aliasedSymbol(checker: ts.TypeChecker, statement: ts.ImportDeclaration): ts.Symbol | null {
  const bindings = statement.importClause?.namedBindings;
  const specifier = bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements[0] : undefined;
  const symbol = specifier === undefined ? undefined : checker.getSymbolAtLocation(specifier.name);
  return symbol === undefined ? null : checker.getAliasedSymbol(symbol);
}

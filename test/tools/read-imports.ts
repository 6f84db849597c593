import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

/** One import, export-from, dynamic import or import type. */
export interface Import {
  /** The importing file, from the top of the project. */
  readonly from: string;
  readonly line: number;
  /** As written. */
  readonly written: string;
  /** The imported file (`.ts` for `.js`), or the module's full name. */
  readonly to: string;
  /** The package, for an import from one. */
  readonly packageName: string | undefined;
  /** Gone at run time. */
  readonly typeOnly: boolean;
  /** The names it takes; `*` for all of them. */
  readonly names: readonly string[];
}

/** Every import in the TypeScript files of a folder, read by the compiler's own parser. */
export function readImports(folder: string): Import[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .flatMap(importsOf);
}

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const read = readImport(node);
    if (read) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ from: file, line, ...resolve(file, read.written), ...read });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

type Read = Pick<Import, 'written' | 'typeOnly' | 'names'>;

function readImport(node: ts.Node): Read | undefined {
  if (ts.isImportDeclaration(node)) {
    return { written: textOf(node.moduleSpecifier), ...readClause(node.importClause) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return { written: textOf(node.moduleSpecifier), ...readElements(node.isTypeOnly, node.exportClause) };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return { written: textOf(node.arguments[0]), typeOnly: false, names: dynamicNames(node) };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { written: textOf(node.argument.literal), typeOnly: true, names: [] };
  }
  return undefined;
}

function readClause(clause: ts.ImportClause | undefined): Omit<Read, 'written'> {
  const typeOnly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  if (!clause?.name) return readElements(typeOnly, clause?.namedBindings);
  const named = readElements(false, clause.namedBindings);
  return { typeOnly, names: ['default', ...named.names] };
}

function readElements(
  typeOnly: boolean,
  bindings: ts.NamedImportBindings | ts.NamedExportBindings | undefined,
): Omit<Read, 'written'> {
  if (!bindings || !(ts.isNamedImports(bindings) || ts.isNamedExports(bindings))) return { typeOnly, names: ['*'] };
  const elements = [...bindings.elements];
  return {
    typeOnly: typeOnly || (elements.length > 0 && elements.every((element) => element.isTypeOnly)),
    names: elements
      .filter((element) => !element.isTypeOnly)
      .map((element) => (element.propertyName ?? element.name).text),
  };
}

/** `const { create } = await import('mathjs')` takes `create`; any other use may take everything. */
function dynamicNames(call: ts.CallExpression): string[] {
  const declaration = ts.isAwaitExpression(call.parent) ? call.parent.parent : undefined;
  if (!declaration || !ts.isVariableDeclaration(declaration) || !ts.isObjectBindingPattern(declaration.name))
    return ['*'];
  return declaration.name.elements.map((element) => (element.propertyName ?? element.name).getText());
}

function textOf(node: ts.Node | undefined): string {
  // An import whose address is computed cannot be checked, so it belongs nowhere.
  return node && ts.isStringLiteralLike(node) ? node.text : '(computed)';
}

function resolve(from: string, written: string): Pick<Import, 'to' | 'packageName'> {
  if (written.startsWith('.')) {
    const to = posix.join(posix.dirname(from), written).replace(/\.js$/, '.ts');
    return { to, packageName: undefined };
  }
  const parts = written.split('/');
  return { to: written, packageName: parts.slice(0, written.startsWith('@') ? 2 : 1).join('/') };
}

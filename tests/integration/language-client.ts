/** The editor's side of the language server protocol over stdio, as far as linting needs it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface TextEdit {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly newText: string;
}

export interface Diagnostic {
  readonly range: TextEdit['range'];
  readonly severity: number;
  readonly code: string;
  readonly codeDescription?: { readonly href: string };
  readonly source: string;
  readonly message: string;
}

export interface CodeAction {
  readonly title: string;
  readonly kind: string;
  readonly command?: { readonly command: string; readonly arguments: readonly unknown[] };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

/** `eslint/confirmESLintExecution`: the user lets the project's ESLint run. */
const APPROVED = 4;
const LIMIT = 30_000;

export class LanguageClient {
  readonly #server: ChildProcess;
  readonly #settings: Readonly<Record<string, unknown>>;
  readonly #pending = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  readonly #edits: unknown[] = [];
  #buffer = Buffer.alloc(0);
  #log = '';
  #lastId = 0;

  /** Starts the server for one folder. */
  constructor(serverFile: string, folder: string) {
    this.#settings = settingsFor(folder);
    this.#server = spawn(process.execPath, [serverFile, '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
    this.#server.stdout?.on('data', (chunk: Buffer) => {
      this.#receive(chunk);
    });
    this.#server.stderr?.on('data', (chunk: Buffer) => (this.#log += String(chunk)));
    this.#server.on('exit', (code) => {
      for (const { reject } of this.#pending.values()) reject(new Error(`the server ended with ${String(code)}\n${this.#log}`));
    });
  }

  async initialize(folder: string): Promise<void> {
    await this.#request('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      workspaceFolders: [this.#settings['workspaceFolder']],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true, applyEdit: true, workspaceEdit: { documentChanges: true }, diagnostics: { refreshSupport: true } },
        textDocument: { diagnostic: { dynamicRegistration: true }, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } },
      },
    });
    this.#send({ method: 'initialized', params: {} });
  }

  open(uri: string, languageId: string, text: string): void {
    this.#send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId, version: 1, text } } });
  }

  change(uri: string, version: number, text: string): void {
    this.#send({ method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges: [{ text }] } });
  }

  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    const { items } = (await this.#request('textDocument/diagnostic', { textDocument: { uri } })) as { readonly items: readonly Diagnostic[] };
    return items;
  }

  /** What the light bulb at a diagnostic offers. */
  async codeActions(uri: string, diagnostic: Diagnostic): Promise<readonly CodeAction[]> {
    const actions = await this.#request('textDocument/codeAction', { textDocument: { uri }, range: diagnostic.range, context: { diagnostics: [diagnostic], only: ['quickfix'] } });
    return (actions ?? []) as readonly CodeAction[];
  }

  /** Executes the command of an action, and gives the edits of the document that the server then asks for. */
  async execute({ command }: CodeAction): Promise<readonly TextEdit[]> {
    if (command === undefined) throw new Error('the action has no command');
    this.#edits.length = 0;
    await this.#request('workspace/executeCommand', { command: command.command, arguments: command.arguments });
    const changes = this.#edits as readonly { readonly documentChanges: readonly { readonly edits: readonly TextEdit[] }[] }[];
    return changes.flatMap(({ documentChanges }) => documentChanges.flatMap(({ edits }) => edits));
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#server.on('exit', resolve));
    await this.#request('shutdown', null);
    this.#send({ method: 'exit' });
    const timer = setTimeout(() => this.#server.kill('SIGKILL'), 2_000);
    await ended;
    clearTimeout(timer);
  }

  async #request(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#lastId;
    return await new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`no answer to ${method} in ${String(LIMIT)} ms\n${this.#log}`));
      }, LIMIT);
      const settle = <T>(settled: (value: T) => void) => (value: T): void => {
        clearTimeout(timer);
        this.#pending.delete(id);
        settled(value);
      };
      this.#pending.set(id, { resolve: settle(resolve), reject: settle(reject) });
      this.#send({ id, method, params });
    });
  }

  #send(message: object): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.#server.stdin?.write(Buffer.concat([Buffer.from(`Content-Length: ${String(body.length)}\r\n\r\n`), body]));
  }

  #receive(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const head = this.#buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(this.#buffer.toString('utf8', 0, head))?.[1]);
      const end = head + 4 + length;
      if (this.#buffer.length < end) return;
      const message = JSON.parse(this.#buffer.toString('utf8', head + 4, end)) as Message;
      this.#buffer = this.#buffer.subarray(end);
      this.#dispatch(message);
    }
  }

  #dispatch({ id, method, params, result, error }: Message): void {
    if (method !== undefined) {
      this.#log += `${method} ${method.startsWith('window/') ? JSON.stringify(params) : ''}\n`;
      if (id !== undefined) this.#send({ id, result: this.#answer(method, params) });
      return;
    }
    const pending = this.#pending.get(id ?? -1);
    if (error === undefined) pending?.resolve(result);
    else pending?.reject(new Error(JSON.stringify(error)));
  }

  /** What the server asks of the editor. */
  #answer(method: string, params: unknown): unknown {
    switch (method) {
      case 'workspace/configuration':
        return (params as { readonly items: readonly unknown[] }).items.map(() => this.#settings);
      case 'workspace/workspaceFolders':
        return [this.#settings['workspaceFolder']];
      case 'eslint/confirmESLintExecution':
        return APPROVED;
      case 'workspace/applyEdit':
        this.#edits.push((params as { readonly edit: unknown }).edit);
        return { applied: true };
      default:
        return null;
    }
  }
}

/** What the extension of VS Code answers. Without `experimental` the server throws. */
function settingsFor(folder: string): Readonly<Record<string, unknown>> {
  return {
    validate: 'on',
    packageManager: 'npm',
    useESLintClass: true,
    useFlatConfig: true,
    experimental: {},
    codeAction: { disableRuleComment: { enable: true, location: 'separateLine', commentStyle: 'line' }, showDocumentation: { enable: true } },
    codeActionOnSave: { mode: 'all' },
    format: false,
    quiet: false,
    onIgnoredFiles: 'off',
    options: {},
    rulesCustomizations: [],
    run: 'onType',
    problems: { shortenToSingleLine: false },
    nodePath: null,
    workingDirectory: { mode: 'location' },
    workspaceFolder: { uri: pathToFileURL(folder).href, name: basename(folder) },
  };
}

/** The text after edits that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  const offsetOf = ({ line, character }: Position): number => lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0) + character;
  return [...edits]
    .sort((a, b) => offsetOf(b.range.start) - offsetOf(a.range.start))
    .reduce((edited, { range, newText }) => edited.slice(0, offsetOf(range.start)) + newText + edited.slice(offsetOf(range.end)), text);
}
